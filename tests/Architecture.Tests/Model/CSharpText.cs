using System.Text.RegularExpressions;

namespace Training.Architecture.Tests.Model;

/// <summary>
/// C# without its comments and literals, so that a rule about words reads code only. What is interpolated into a string
/// goes with it: good enough for names of types, which no rule of ours expects there.
/// </summary>
internal static partial class CSharpText
{
    public static string CodeOf(string text) => CommentOrLiteral().Replace(text, match => match.Value[0] == '/' ? " " : "\"\"");

    [GeneratedRegex(
        """"
        //[^\n]* | /\*.*?\*/
        | \$*(?<quotes>"{3,}).*?\k<quotes>
        | (?:\$@|@\$|@)"(?:[^"]|"")*"
        | \$?"(?:[^"\\\n]|\\.)*"
        | '(?:[^'\\\n]|\\.)+'
        """",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex CommentOrLiteral();
}
