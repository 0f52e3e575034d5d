namespace HotChocolate.Execution;

/// <summary>What went wrong, as answers tell it (specification, section 7.1.2).</summary>
/// <param name="Message">What it is and what to do about it.</param>
internal sealed record GraphQLError(string Message)
{
    /// <summary>Where in the document.</summary>
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>Which field of the answer: response names and list positions.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Told as <c>extensions.code</c>.</summary>
    public string? Code { get; init; }

    /// <summary>What else is told under <c>extensions</c>.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>What a resolver threw; never told to the client.</summary>
    public Exception? Exception { get; init; }

    /// <summary>An error at places of a document.</summary>
    /// <param name="message">What it is and what to do about it.</param>
    /// <param name="code">Its code, or null.</param>
    /// <param name="text">The document as it was written.</param>
    /// <param name="offsets">Where in the text.</param>
    public static GraphQLError At(string message, string? code, string text, params ReadOnlySpan<int> offsets)
    {
        var locations = new SourceLocation[offsets.Length];
        for (var i = 0; i < offsets.Length; i++)
            locations[i] = SourceLocation.Of(text, offsets[i]);
        return new GraphQLError(message) { Code = code, Locations = locations };
    }
}

/// <summary>A place in a document; both numbers begin at 1.</summary>
internal readonly record struct SourceLocation(int Line, int Column)
{
    /// <summary>The place of an offset; CR, LF and CR LF each end a line.</summary>
    public static SourceLocation Of(string text, int offset)
    {
        var (line, begin) = (1, 0);
        for (var i = 0; i < offset; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')))
                (line, begin) = (line + 1, i + 1);
        }

        return new SourceLocation(line, offset - begin + 1);
    }
}
