using FsCheck;
using FsCheck.Fluent;

namespace Training.Scenarios.Tests;

/// <summary>Whatever is sent as a document is answered with findings, never with a failure.</summary>
public sealed class DocumentProperties
{
    private static readonly string[] Pieces =
        ["", "\n", "\t", " ", ":", ": ", "- ", "{", "}", "[", "]", "&a", "*a", "!!x", "|\n", ">\n", "\"", "'", "%YAML 1.1\n", "---\n", "...\n", "?", "#", "@", "`", "\u0001", "\u0085", "\u2028", "ä", "😀", "<<: *a"];

    private static readonly Gen<string> Spoilt =
        from edits in Gen.ListOf(
            from at in Gen.Choose(0, SampleDocument.Text.Length - 1)
            from length in Gen.Choose(0, 12)
            from piece in Gen.Elements(Pieces)
            select (At: at, Length: length, Piece: piece))
        select edits.Aggregate(SampleDocument.Text, (text, edit) =>
        {
            var at = Math.Min(edit.At, text.Length);
            return text[..at] + edit.Piece + text[Math.Min(at + edit.Length, text.Length)..];
        });

    [Fact]
    public void Check_never_fails_on_a_spoilt_document() => Prop.ForAll(Spoilt.ToArbitrary(), document =>
    {
        var (graph, findings) = ScenarioDocument.Check(document);
        return (graph is not null || findings.Count > 0) && findings.All(finding => finding.Line >= 0 && finding.Line <= document.Split('\n', '\r', '\u0085', '\u2028', '\u2029').Length + 1);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
}
