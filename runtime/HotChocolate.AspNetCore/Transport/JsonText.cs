using System.Text.Json;
using System.Text.Unicode;

namespace HotChocolate.AspNetCore;

/// <summary>
/// Reads JSON that strangers sent. What it gives out can be read to the last string: the framework's own parser finds broken UTF-8 and
/// lone surrogates only when the string is asked for.
/// </summary>
internal static class JsonText
{
    private const int Depth = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Depth };
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = Depth };

    /// <exception cref="RequestRefused">It is no JSON text in UTF-8.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> text)
    {
        if (!Utf8.IsValid(text.Span))
            throw RequestRefused.BadRequest("The JSON is not valid UTF-8. Encode it as UTF-8.");
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(text, Options);
        }
        catch (JsonException error)
        {
            throw RequestRefused.BadRequest(
                $"The JSON cannot be read at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}. Send one JSON object, nested at most {Depth} levels deep.");
        }

        // Only an escape can stand for half a character once the UTF-8 itself is valid.
        if (text.Span.IndexOf("\\u"u8) < 0 || HasWholeStrings(text.Span))
            return json;
        json.Dispose();
        throw RequestRefused.BadRequest("A string in the JSON holds a lone surrogate. Escape characters beyond U+FFFF as a pair, or send them unescaped.");
    }

    private static bool HasWholeStrings(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, Reading);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
