namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>Damages documents: characters go, come, are doubled or moved; parts are cut off or repeated.</summary>
internal sealed class Damage(Random random)
{
    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "!", "|", "&", "@", "$", "...", "\"", "\"\"\"", "\\", "\\u", "\\u{110000}", "\\uD83D", "0", "1.", "-", ".5", "e9", "#", ",", "\uFEFF", "\0", "\u00A0",
        "\n", "\r\n", "\r", "é", "\uD83D\uDE00", "\uD83D", "'", "null", "on", "fragment", "query", "extend", "type T { a: Int }", "true", "{{", "..", "%", "\t", "\u2028",
    ];

    public string To(string text)
    {
        for (var left = 1 + random.Next(3); left > 0; left--)
            text = Once(text);
        return text;
    }

    private string Once(string text)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        return random.Next(6) switch
        {
            0 => text.Remove(at, Math.Min(1, length)),
            1 => text.Remove(at, length),
            2 => text[..at],
            3 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
            _ => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
        };
    }
}
