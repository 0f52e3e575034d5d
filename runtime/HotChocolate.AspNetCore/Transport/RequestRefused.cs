namespace HotChocolate.AspNetCore;

/// <summary>What was sent is no GraphQL request, so nothing was executed.</summary>
/// <param name="status">The HTTP status that says so.</param>
/// <param name="code">The error's code.</param>
/// <param name="message">What is wrong and what to send instead.</param>
internal sealed class RequestRefused(int status, string code, string message) : Exception(message)
{
    public const string Malformed = "HC0009";

    public int Status { get; } = status;

    public string Code { get; } = code;

    public static RequestRefused BadRequest(string message) => new(400, Malformed, message);
}
