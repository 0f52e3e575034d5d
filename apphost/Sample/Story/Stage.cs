using Grpc.Core;
using Training.AppHost.Sample.Content;

namespace Training.AppHost.Sample.Story;

/// <summary>What the steps play on: the services' public API, the callers' tokens, and where progress is told.</summary>
internal sealed class Stage(Clients services, Tokens tokens, SampleFiles files, StoryProgress progress, int people)
{

    public Clients Services { get; } = services;

    public SampleFiles Files { get; } = files;

    public StoryProgress Progress { get; } = progress;

    /// <summary>How many employees take their training.</summary>
    public int People { get; } = people;

    public Metadata As(Persona persona) => tokens.As(persona);

    public Metadata As(Persona persona, string key) => tokens.As(persona, key);
}
