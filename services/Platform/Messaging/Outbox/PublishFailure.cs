using System.Net.Http;
using Dapr;

namespace Training.Messaging;

/// <summary>Why one event was not taken. Only an answered failure counts as an attempt; who could not be reached is waited for.</summary>
internal sealed record PublishFailure(OutboxRow Row, string Error, bool Answered)
{
    // So the local sidecar marks an event whose subscriber was away; what a broker says of its own failures is an answer.
    private const string NotReached = " reached=false ";

    public static PublishFailure Of(OutboxRow row, string? error)
    {
        var text = string.IsNullOrWhiteSpace(error) ? "The sidecar gave no reason." : error.Length > 1000 ? error[..1000] : error;
        return new PublishFailure(row, text, !text.Contains(NotReached, StringComparison.Ordinal));
    }
}

internal static class SidecarRefusal
{
    /// <summary>The sidecar answered that it will not take the request (4xx): not away, not overloaded, but unwilling.</summary>
    public static bool IsRefusal(this DaprException e) =>
        e.InnerException is HttpRequestException { StatusCode: { } status } && (int)status is >= 400 and < 500;
}
