using System.Buffers;
using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HotChocolate.AspNetCore;

/// <summary>Writes one answer (GraphQL over HTTP, section 6; 400 for what was not executed, as clients know it).</summary>
internal static class HttpAnswer
{
    public static Task WriteAsync(HttpContext http, SingleResult result, ResponseFormat format)
    {
        var status = StatusOf(result.Kind, format, http.Request.Method);
        switch (status)
        {
            case StatusCodes.Status405MethodNotAllowed:
                http.Response.Headers.Allow = HttpMethods.Post;
                break;
            case StatusCodes.Status503ServiceUnavailable:
                http.Response.Headers.RetryAfter = "1";
                break;
        }

        return WriteAsync(http, result, status, format.ContentType());
    }

    /// <summary>Says why the request was not even looked at.</summary>
    public static async Task RefuseAsync(HttpContext http, RequestRefused refused, ResponseFormat format)
    {
        // Only an answer about GraphQL may say so in its type.
        var answered = refused.Status == StatusCodes.Status400BadRequest && format == ResponseFormat.GraphQLResponse ? format : ResponseFormat.Json;
        await using var refusal = new Refusal(ErrorCodes.RequestInvalid, refused.Message);
        await WriteAsync(http, refusal, refused.Status, answered.ContentType());
    }

    private static int StatusOf(ResultKind kind, ResponseFormat format, string method) => kind switch
    {
        ResultKind.Executed => StatusCodes.Status200OK,
        ResultKind.Refused => format == ResponseFormat.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        ResultKind.MethodNotAllowed => HttpMethods.IsGet(method) ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status406NotAcceptable,
        ResultKind.Overloaded => StatusCodes.Status503ServiceUnavailable,
        ResultKind.TimedOut => StatusCodes.Status504GatewayTimeout,
    };

    private static async Task WriteAsync(HttpContext http, SingleResult result, int status, string contentType)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = result.Body.Length;
        response.Headers.CacheControl = "no-store"; // answers are about people
        response.Headers.Vary = HeaderNames.Accept;
        foreach (var segment in result.Body)
            response.BodyWriter.Write(segment.Span);
        await response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
