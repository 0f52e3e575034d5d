using Grpc.Core;

namespace Training.Hosting;

/// <summary>A refusal at the edge, before the domain is asked.</summary>
internal sealed class CallRefused : Exception
{
    private CallRefused(StatusCode status, string reason, string message)
        : base(message)
    {
        Status = status;
        Reason = reason;
    }

    public StatusCode Status { get; }

    /// <summary>What programs tell refusals apart by.</summary>
    public string Reason { get; }

    public static CallRefused Unauthenticated(string reason, string message) => new(StatusCode.Unauthenticated, reason, message);

    public static CallRefused NotPermitted(string reason, string message) => new(StatusCode.PermissionDenied, reason, message);

    public static CallRefused Unavailable(string reason, string message) => new(StatusCode.Unavailable, reason, message);
}
