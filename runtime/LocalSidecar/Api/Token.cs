using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Training.Runtime.LocalSidecar.Api;

/// <summary>The token that callers send.</summary>
internal static class Token
{
    public const string Header = "dapr-api-token";

    public static bool Matches(IHeaderDictionary headers, string? expected) =>
        string.IsNullOrEmpty(expected)
        || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(headers[Header].ToString()), Encoding.UTF8.GetBytes(expected));
}
