namespace HotChocolate.AspNetCore;

/// <summary>What was sent is no GraphQL request, so nothing was executed.</summary>
/// <param name="status">The HTTP status that says so.</param>
/// <param name="message">What is wrong and what to send instead.</param>
internal sealed class RequestRefused(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    public static RequestRefused BadRequest(string message) => new(400, message);
}
