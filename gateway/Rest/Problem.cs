using Microsoft.AspNetCore.Http;

namespace Training.Gateway;

/// <summary>Refusals as HTTP problems (RFC 9457), with the same codes as GraphQL's.</summary>
internal static class Problem
{
    public static IResult Of(Refusal refusal) => Of(StatusOf(refusal.Code), refusal.Code, refusal.Message, refusal.Reason);

    public static IResult Of(BadHttpRequestException error, long largest) => error.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? Of(error.StatusCode, Refusals.TooMuch, $"The file is longer than {largest} bytes. Send the roster in one file below that.", "")
        : Of(error.StatusCode, Refusals.Invalid, "The file did not arrive whole, so nothing was imported. Send it again.", "");

    private static IResult Of(int status, string code, string message, string reason) =>
        Results.Problem(message, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code, ["reason"] = reason });

    private static int StatusOf(string code) => code switch
    {
        Refusals.Invalid => StatusCodes.Status400BadRequest,
        Refusals.NotAuthenticated => StatusCodes.Status401Unauthorized,
        Refusals.NotAuthorized => StatusCodes.Status403Forbidden,
        Refusals.NotFound => StatusCodes.Status404NotFound,
        Refusals.AlreadyExists or Refusals.Conflict or Refusals.NotNow => StatusCodes.Status409Conflict,
        Refusals.TooMuch => StatusCodes.Status413PayloadTooLarge,
        Refusals.Cancelled => StatusCodes.Status499ClientClosedRequest,
        Refusals.Unavailable => StatusCodes.Status503ServiceUnavailable,
        Refusals.TimedOut => StatusCodes.Status504GatewayTimeout,
        _ => StatusCodes.Status500InternalServerError,
    };
}
