namespace HotChocolate.Language;

/// <summary>The text is not a document of the language.</summary>
/// <param name="message">What was met and what was expected.</param>
/// <param name="position">Where, as an offset into the text.</param>
internal sealed class SyntaxError(string message, int position) : Exception(message)
{
    public int Position { get; } = position;
}
