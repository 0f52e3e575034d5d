using Training.Tests.Support;

namespace Training.Architecture.Tests.Model;

/// <summary>A committed text file that says what the code is; <c>scripts/snapshot</c> lets the tests write it anew.</summary>
internal sealed record Snapshot(string Path, string WriteCommand)
{
    public static bool ShouldWrite => Environment.GetEnvironmentVariable("TRAINING_SNAPSHOTS") == "write";

    private string FullPath => RepositoryRoot.At(Path.Split('/'));

    public IReadOnlyList<string> Read() => File.Exists(FullPath) ? File.ReadAllLines(FullPath) : [];

    public void Write(IReadOnlyList<string> lines) => File.WriteAllText(FullPath, string.Concat(lines.Select(line => line + "\n")));

    /// <summary>What differs between the committed lines and the actual ones.</summary>
    public Verdict Compare(IReadOnlyList<string> committed, IReadOnlyList<string> actual) => new(
        actual.Count,
        [
            .. actual.Except(committed).Select(line => $"{Path} lacks '{line}'. If it is meant, run `{WriteCommand}` and commit the file."),
            .. committed.Except(actual).Select(line => $"{Path} lists '{line}', which is gone. If it is meant, run `{WriteCommand}` and commit the file."),
        ]);
}
