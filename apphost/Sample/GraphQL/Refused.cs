using System.Text.Json;

namespace Training.AppHost.Sample.GraphQL;

/// <summary>What was asked for was refused, in the gateway's own words.</summary>
/// <param name="code">The kind: a mutation's error type, or the code of the answer's error.</param>
/// <param name="words">What is wrong and what to do.</param>
/// <param name="place">The operation, and the field in it.</param>
internal sealed class Refused(string code, string words, string place) : StoryStopped($"{place}: {words} ({code})")
{
    /// <summary>The code of what was not answered in time.</summary>
    public const string TimedOut = "TIMED_OUT";

    public string Code => code;

    public string Words => words;

    /// <summary>Whether it may be accepted later: so speaks a service that has not heard yet, by events, of what the request builds on.</summary>
    public bool MayPass => code is "NotNowError" or "NotFoundError" or "NotAllowedError" or "NOT_NOW" or "NOT_FOUND" or "AUTH_NOT_AUTHORIZED";

    /// <summary>
    /// Whether a service was away for a moment, or too busy to answer in time: the same request may simply be sent again. What changes something has its key, and is done once
    /// even if it had been done before the answer was lost.
    /// </summary>
    public bool IsAway => code is "UNAVAILABLE" or TimedOut or "HC0045";

    /// <summary>An entry of the answer's <c>errors</c>.</summary>
    public static Refused Of(Operation operation, JsonElement error)
    {
        var code = error.TryGetProperty("extensions", out var more) && more.TryGetProperty("code", out var said) ? said.GetString()! : "INVALID_REQUEST";
        var path = error.TryGetProperty("path", out var steps) ? string.Join('.', steps.EnumerateArray()) : "";
        return new Refused(code, error.GetProperty("message").GetString()!, path.Length == 0 ? $"{operation}" : $"{operation}, {path}");
    }

    /// <summary>An entry of a mutation's <c>errors</c>.</summary>
    public static Refused OfMutation(Operation operation, JsonElement error)
    {
        var field = error.TryGetProperty("field", out var named) ? named.GetString() : null;
        return new Refused(
            error.GetProperty("__typename").GetString()!, error.GetProperty("message").GetString()!, field is null ? $"{operation}" : $"{operation}, {field}");
    }
}
