using Training.Architecture.Tests.Model;

namespace Training.Architecture.Tests.Sources;

/// <summary>Files that one reads in a glance.</summary>
internal static class SizeRule
{
    public static Verdict Check(IEnumerable<SourceFile> sources)
    {
        var written = sources.Where(source => source.IsHandWritten).ToList();
        return Verdict.Of(written, source => source.Lines > Limit(source)
            ? [$"{source.Path} has {source.Lines} lines, more than {Limit(source)}: divide it by what it does."]
            : []);
    }

    private static int Limit(SourceFile source) => source switch
    {
        { Name: "Program.cs" } => 30,
        { Folders: ["runtime", ..] } => 400,
        _ => 300,
    };
}
