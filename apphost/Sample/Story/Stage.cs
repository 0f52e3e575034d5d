using System.Net.Http;
using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.GraphQL;

namespace Training.AppHost.Sample.Story;

/// <summary>What the steps play on: the gateway, what only the services themselves offer, and where progress is told.</summary>
internal sealed class Stage(HttpClient gateway, Tokens tokens, Operators operators, SampleFiles files, StoryProgress progress, int people)
{
    /// <summary>Everything but files.</summary>
    public GatewayClient Gateway { get; } = new(gateway, tokens);

    /// <summary>HR's files.</summary>
    public RosterClient Roster { get; } = new(gateway, tokens);

    public Operators Operators { get; } = operators;

    public SampleFiles Files { get; } = files;

    public StoryProgress Progress { get; } = progress;

    /// <summary>How many employees take their training.</summary>
    public int People { get; } = people;
}
