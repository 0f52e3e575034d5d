using System.Text;

namespace Grpc.AspNetCore.Server.Internal;

internal static class Failure
{
    /// <summary>The text for the caller: with the exception's own words only where the options allow it.</summary>
    public static string Describe(string message, Exception error, MethodOptions options)
    {
        if (!options.EnableDetailedErrors)
            return message;
        var text = new StringBuilder(message);
        for (var cause = error; cause is not null; cause = cause.InnerException)
            text.Append(' ').Append(cause.GetType().Name).Append(": ").Append(cause.Message);
        return text.ToString();
    }
}
