using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Training.Sanctions;

/// <summary>Reads a document's YAML: one mapping, without what makes a small text a large tree.</summary>
internal static class YamlText
{
    public const int LargestBytes = 256 * 1024;
    private const int Deepest = 12;
    private const string Unreadable = "UNREADABLE";

    /// <returns>The root, or null with a finding.</returns>
    public static YamlSection? Read(string document, PolicyFindings findings)
    {
        if (Encoding.UTF8.GetByteCount(document) > LargestBytes)
        {
            findings.Add(0, "TOO_LARGE", $"The document is larger than {LargestBytes / 1024} KiB. A policy of a hospital needs a tenth of that.");
            return null;
        }

        try
        {
            if (!IsPlain(document, findings))
                return null;
            var yaml = new YamlStream();
            yaml.Load(new StringReader(document));
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
                return new YamlSection(root, "the document", findings);
            findings.Add(1, Unreadable, "Write one YAML document that is a mapping: title, look-back-months, levels, violations, schedules, exemptions.");
        }
        catch (YamlException e)
        {
            findings.Add(e.Start.Line, Unreadable, $"This is not YAML: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            // The scanner's own way to say that a bracket or brace is never closed.
            findings.Add(0, Unreadable, "This is not YAML: a bracket or a brace is opened and not closed.");
        }

        return null;
    }

    private static bool IsPlain(string document, PolicyFindings findings)
    {
        var parser = new Parser(new StringReader(document));
        var depth = 0;
        while (parser.MoveNext())
        {
            var token = parser.Current!;
            depth += token.NestingIncrease;
            if (token is AnchorAlias || depth > Deepest)
            {
                findings.Add(token.Start.Line, Unreadable, token is AnchorAlias ? "Write it out: aliases (*name) are not read." : $"This is nested deeper than {Deepest} levels.");
                return false;
            }

            if (token is Scalar scalar && scalar.Value.Contains('\0'))
            {
                findings.Add(token.Start.Line, Unreadable, "The text holds the character U+0000. Remove it.");
                return false;
            }
        }

        return true;
    }
}
