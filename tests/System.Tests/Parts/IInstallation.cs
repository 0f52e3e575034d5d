using Training.AppHost.Sample;

namespace Training.System.Tests;

/// <summary>A running system, in whatever processes, and the callers of its public API.</summary>
internal interface IInstallation : IAsyncDisposable
{
    ServiceAddresses Addresses { get; }

    /// <summary>Where its development key lies.</summary>
    string DataFolder { get; }

    /// <summary>Plays the sample story to its end.</summary>
    Task PlayAsync();
}
