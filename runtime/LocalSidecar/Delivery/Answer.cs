using System.Net.Http;
using System.Text.Json;

namespace Training.Runtime.LocalSidecar.Delivery;

internal enum Verdict
{
    Acknowledged,
    Dropped,
    Failed,
    NotReached,
}

/// <summary>What an app answered to a delivery.</summary>
internal readonly record struct Answer(Verdict Verdict, int Status, string Reason)
{
    private const int LongestBody = 64 * 1024;

    public static readonly Answer Acknowledged = new(Verdict.Acknowledged, 200, "");

    public static async ValueTask<Answer> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var status = (int)response.StatusCode;
        if (status == 404)
            return new(Verdict.Dropped, status, "answered 404");
        if (!response.IsSuccessStatusCode)
            return new(Verdict.Failed, status, $"answered {status}");
        if (response.Content.Headers.ContentLength is 0 or > LongestBody)
            return Acknowledged;
        var body = await response.Content.ReadAsByteArrayAsync(ct).ConfigureAwait(false);
        return StatusIn(body) switch
        {
            "" or "SUCCESS" => Acknowledged,
            "DROP" => new(Verdict.Dropped, status, "answered DROP"),
            "RETRY" => new(Verdict.Failed, status, "answered RETRY"),
            var other => new(Verdict.Failed, status, $"answered the unknown status '{other}'"),
        };
    }

    /// <summary>The last <c>status</c> of a JSON object, "" for a body that says nothing of the kind.</summary>
    private static string StatusIn(ReadOnlySpan<byte> body)
    {
        var status = "";
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return "";
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isStatus = reader.ValueTextEquals("status"u8)
                    || reader.GetString()!.Equals("status", StringComparison.OrdinalIgnoreCase);
                reader.Read();
                if (isStatus && reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                    return "";
                if (isStatus)
                    status = reader.GetString() ?? "";
                reader.Skip();
            }

            return reader.Read() ? "" : status;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return "";
        }
    }
}
