using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>Which reactions a service has, by event type. Filled while the service is mapped, then only read.</summary>
internal sealed class EventRoutes
{
    private readonly Dictionary<string, List<EventRoute>> _byType = [];
    private readonly HashSet<string> _topics = [];

    /// <summary>Adds a reaction; answers whether its topic is new.</summary>
    /// <exception cref="InvalidOperationException">The same reaction is mapped to the event twice.</exception>
    public bool Add(EventRoute route, string topic)
    {
        if (!_byType.TryGetValue(route.Type, out var routes))
            _byType[route.Type] = routes = [];
        if (routes.Exists(r => r.Consumer == route.Consumer))
            throw new InvalidOperationException($"{route.Consumer} is mapped to {route.Type} twice.");
        routes.Add(route);
        return _topics.Add(topic);
    }

    /// <summary>The reactions to a type; none to one that this service does not care for.</summary>
    public IReadOnlyList<EventRoute> For(string type) => _byType.TryGetValue(type, out var routes) ? routes : [];
}

/// <summary>One reaction to one type of event.</summary>
internal abstract class EventRoute(string type, string consumer)
{
    public string Type { get; } = type;

    /// <summary>The inbox's name for the reaction. Renaming the class makes old deliveries look new: see contracts/README.md.</summary>
    public string Consumer { get; } = consumer;

    /// <summary>Reads the event's data.</summary>
    /// <exception cref="InvalidJsonException">The data is not JSON of this message.</exception>
    /// <exception cref="InvalidProtocolBufferException">The data does not fit this message.</exception>
    public abstract IMessage Parse(string data);

    public abstract Task RunAsync(IServiceProvider scope, IMessage happened, Caller caller, CancellationToken ct);
}

internal sealed class EventRoute<TEvent, TReaction>(string type) : EventRoute(type, typeof(TReaction).Name)
    where TEvent : class, IMessage<TEvent>, new()
    where TReaction : class, IReaction<TEvent>
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    public override IMessage Parse(string data) => Parser.Parse<TEvent>(data);

    public override Task RunAsync(IServiceProvider scope, IMessage happened, Caller caller, CancellationToken ct) =>
        scope.GetRequiredService<TReaction>().Run((TEvent)happened, caller, ct);
}
