using Google.Rpc;
using Grpc.Core;

namespace Training.Gateway;

/// <summary>The one place where a gRPC status becomes a GraphQL code. README.md shows the same table.</summary>
internal static class Refusals
{
    public const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";
    public const string NotAuthorized = "AUTH_NOT_AUTHORIZED";
    public const string Invalid = "INVALID_INPUT";
    public const string NotFound = "NOT_FOUND";
    public const string AlreadyExists = "ALREADY_EXISTS";
    public const string NotNow = "NOT_NOW";
    public const string Conflict = "CONFLICT";
    public const string TooMuch = "TOO_MUCH";
    public const string Unavailable = "UNAVAILABLE";
    public const string TimedOut = "TIMED_OUT";
    public const string Cancelled = "CANCELLED";
    public const string Internal = "INTERNAL";

    private const string RoleMissing = "ROLE_MISSING";

    public static Refusal Of(RpcException error)
    {
        var (message, reason, field) = Told(error);
        return error.StatusCode switch
        {
            StatusCode.InvalidArgument or StatusCode.OutOfRange => new InvalidInput(reason, message, field),
            StatusCode.NotFound => new NotFound(reason, message, field),
            StatusCode.AlreadyExists => new AlreadyExists(reason, message, field),
            // A role is missing whatever is asked; everything else is this human being and this case.
            StatusCode.PermissionDenied when reason == RoleMissing => new Refusal(NotAuthorized, reason, message, field),
            StatusCode.PermissionDenied => new NotAllowed(reason, message, field),
            StatusCode.FailedPrecondition => new NotNow(reason, message, field),
            StatusCode.Aborted => new Conflict(reason, message, field),
            StatusCode.ResourceExhausted => new TooMuch(reason, message, field),
            StatusCode.Unauthenticated => new Refusal(NotAuthenticated, reason, message),
            StatusCode.Unavailable when reason != "" => new Refusal(Unavailable, reason, message),
            StatusCode.Unavailable => new Refusal(Unavailable, reason, "A service behind this field does not answer at the moment. Ask again in a few seconds, a mutation with the same idempotencyKey: it takes effect once."),
            StatusCode.DeadlineExceeded => new Refusal(TimedOut, reason, "The answer took too long. Ask for less at once, a mutation again with the same idempotencyKey."),
            StatusCode.Cancelled => new Refusal(Cancelled, reason, "The call was cancelled. Ask again."),
            // Ours, in our own words: it names a trace id and nothing else.
            StatusCode.Internal when reason == Internal => new Refusal(Internal, reason, message),
            _ => new Refusal(Internal, "", "Something went wrong on our side. Ask again; if it stays so, tell the operator when it was."),
        };
    }

    private static (string Message, string Reason, string? Field) Told(RpcException error)
    {
        var status = error.GetRpcStatus();
        string reason = "";
        string? field = null;
        foreach (var detail in status?.Details ?? [])
        {
            if (detail.TryUnpack<ErrorInfo>(out var info))
                reason = info.Reason;
            else if (detail.TryUnpack<BadRequest>(out var wrong) && wrong.FieldViolations is [var first, ..])
                field = AsInput(first.Field);
        }

        return (error.Status.Detail, reason, field);
    }

    // The contract says due_on, the schema dueOn.
    private static string AsInput(string field)
    {
        var words = field.Split('_');
        return string.Concat(words.Select((word, i) => i == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
