namespace Training.System.Tests.Story;

/// <summary>HR's files read by the test itself: what the story must have made of them, decided without the product's code.</summary>
internal sealed class RosterFile
{
    private static readonly HashSet<string> Exposed = ["low", "medium", "high", "very_high"];

    private RosterFile(IReadOnlyList<IReadOnlyDictionary<string, string>> lines) => Lines = lines;

    public static IReadOnlyList<string> Hospital => [.. Directory.GetFiles(RepositoryRoot.At("content", "sample"), "hospital-*.txt").Order(StringComparer.Ordinal)];

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Lines { get; }

    /// <summary>Who is in the workforce by this file.</summary>
    public HashSet<string> Present => [.. Lines.Where(line => line["status"] != "left").Select(line => line["employee_number"])];

    /// <summary>Whom a refresher for everybody with PHI exposure is for.</summary>
    public HashSet<string> WithExposure =>
        [.. Lines.Where(line => line["status"] != "left" && Exposed.Contains(line["phi_exposure"])).Select(line => line["employee_number"])];

    public static RosterFile Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var columns = lines[0].Split('|');
        return new RosterFile([.. lines.Skip(1).Select(line => line.Split('|')).Where(values => values.Length == columns.Length)
            .Select(values => columns.Zip(values).ToDictionary(one => one.First.Trim(), one => one.Second.Trim()))]);
    }
}
