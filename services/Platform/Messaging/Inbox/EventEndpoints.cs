using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>How a service says which events it reacts to.</summary>
public static class EventEndpoints
{
    /// <summary>
    /// Subscribes the service to an event's topic and lets <typeparamref name="TReaction"/> (registered by the service) react to it. One endpoint
    /// per topic; types of the topic that nobody reacts to are acknowledged and forgotten.
    /// </summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <typeparam name="TReaction">The reaction.</typeparam>
    /// <param name="app">The service.</param>
    /// <exception cref="InvalidOperationException">The message's file states no topic, or the pair is mapped twice.</exception>
    public static void MapEvent<TEvent, TReaction>(this WebApplication app)
        where TEvent : class, IMessage<TEvent>, new()
        where TReaction : class, IReaction<TEvent>
    {
        var type = new TEvent().Descriptor;
        var topic = EventTypes.TopicOf(type);
        if (app.Services.GetRequiredService<EventRoutes>().Add(new EventRoute<TEvent, TReaction>(type.FullName), topic))
            app.MapTopic(topic, (body, ct) => app.Services.GetRequiredService<EventInbox>().DeliverAsync(body, ct));
    }

    internal static void MapTopic(this WebApplication app, string topic, Func<ReadOnlyMemory<byte>, CancellationToken, Task<DeliveryOutcome>> deliver)
    {
        var messaging = app.Services.GetRequiredService<IOptions<MessagingOptions>>().Value;
        var subscription = new Dapr.TopicOptions { PubsubName = messaging.PubSub, Name = topic };
        var deadLetters = DeadLetterTopic.Of(app.Services.GetRequiredService<AppId>());
        if (topic != deadLetters)
            subscription.DeadLetterTopic = deadLetters;
        app.MapPost($"/events/{topic}", context => AnswerAsync(context, deliver)).WithTopic(subscription);
    }

    private static async Task AnswerAsync(HttpContext context, Func<ReadOnlyMemory<byte>, CancellationToken, Task<DeliveryOutcome>> deliver)
    {
        if (!context.IsFromSidecar())
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var ct = context.RequestAborted;
        var reader = context.Request.BodyReader;
        var read = await reader.ReadAsync(ct);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(ct);
        }
        var body = read.Buffer.IsSingleSegment ? read.Buffer.First : read.Buffer.ToArray();
        switch (await deliver(body, ct))
        {
            case DeliveryOutcome.Done:
                break;
            case DeliveryOutcome.Unreadable:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("""{"status":"DROP"}""", ct);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
        }
    }

    internal static bool IsFromSidecar(this HttpContext context)
    {
        var token = context.RequestServices.GetRequiredService<IOptions<MessagingOptions>>().Value.AppToken;
        if (token == "")
            return true;
        var given = context.Request.Headers["dapr-api-token"].ToString();
        if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(token)))
            return true;
        context.RequestServices.GetRequiredService<ILogger<EventInbox>>().DeliveryRefused();
        return false;
    }
}
