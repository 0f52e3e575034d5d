namespace Training.Gateway;

/// <summary>What a service answered in place of what was asked.</summary>
/// <param name="code">The kind of refusal, as <c>extensions.code</c> says it.</param>
/// <param name="reason">The one rule behind it, such as <c>CAMPAIGN_STILL_RUNS</c>; empty where the service named none.</param>
/// <param name="message">What is wrong and what to do next, in the service's own words.</param>
/// <param name="field">The input's field that is wrong, or <c>null</c>.</param>
internal class Refusal(string code, string reason, string message, string? field = null) : Exception(message)
{
    public string Code { get; } = code;

    public string Reason { get; } = reason;

    public string? Field { get; } = field;
}

// The kinds that a mutation answers with as data: its caller can do something about them.
internal sealed class InvalidInput(string reason, string message, string? field) : Refusal(Refusals.Invalid, reason, message, field);

internal sealed class NotFound(string reason, string message, string? field) : Refusal(Refusals.NotFound, reason, message, field);

internal sealed class AlreadyExists(string reason, string message, string? field) : Refusal(Refusals.AlreadyExists, reason, message, field);

internal sealed class NotAllowed(string reason, string message, string? field) : Refusal(Refusals.NotAuthorized, reason, message, field);

internal sealed class NotNow(string reason, string message, string? field) : Refusal(Refusals.NotNow, reason, message, field);

internal sealed class Conflict(string reason, string message, string? field) : Refusal(Refusals.Conflict, reason, message, field);

internal sealed class TooMuch(string reason, string message, string? field) : Refusal(Refusals.TooMuch, reason, message, field);
