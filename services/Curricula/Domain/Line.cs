namespace Training.Curricula;

/// <summary>One line of text that people write: some characters, none of them a control character.</summary>
internal static class Line
{
    /// <exception cref="TextUnusable">It is empty, too long or not one line.</exception>
    public static string Check(string field, string text, int longest) =>
        text.Length > 0 && text.Length <= longest && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl)
            ? text
            : throw new TextUnusable(field, longest);
}
