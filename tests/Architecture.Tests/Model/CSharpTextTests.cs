using Xunit;

namespace Training.Architecture.Tests.Model;

public sealed class CSharpTextTests
{
    [Theory]
    [InlineData("a; // DaprClient\nb", "a;  \nb")]
    [InlineData("a /* DaprClient\n */ b", "a   b")]
    [InlineData("x(\"DaprClient \\\" DaprClient\")", "x(\"\")")]
    [InlineData("x(@\"c:\\\", y)", "x(\"\", y)")]
    [InlineData("x(\"\"\"DaprClient \" //\"\"\", y)", "x(\"\", y)")]
    [InlineData("x('\"', y, '\\'', z)", "x(\"\", y, \"\", z)")]
    [InlineData("\"http://x\" + y", "\"\" + y")]
    [InlineData("$\"{a}\" + y", "\"\" + y")]
    public void Comments_and_literals_are_not_code(string text, string code) => Assert.Equal(code, CSharpText.CodeOf(text));
}
