using System.Text.RegularExpressions;

namespace Training.AppHost.Sample.Content;

/// <summary>What a scenario document calls itself, as far as it can be told before anybody has checked it.</summary>
internal static partial class ScenarioHead
{
    /// <returns>Null where the document says none: the lint has words for that.</returns>
    public static string? CodeOf(string document) => Code().Match(document) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex(@"^code:\s*[""']?([^\s""'#]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
