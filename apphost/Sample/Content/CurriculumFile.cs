using Training.AppHost.Sample.Story;

namespace Training.AppHost.Sample.Content;

/// <summary>The file content/curricula/yearly-refresher.yaml; content/curricula/README.md tells its format.</summary>
internal sealed class CurriculumFile
{
    private const string Name = "content/curricula/yearly-refresher.yaml";

    public string Code { get; set; } = "";

    public string Title { get; set; } = "";

    public int EveryMonths { get; set; }

    public For Audience { get; set; } = new();

    public List<Item> Scenarios { get; set; } = [];

    public List<Reason> Citations { get; set; } = [];

    public static CurriculumFile Read(SampleFiles files) => Yaml.Read<CurriculumFile>(File.ReadAllText(files.Curriculum), Name);

    /// <summary>What is proposed, in the order that the service keeps, so that it can be compared with what is in force.</summary>
    /// <exception cref="StoryStopped">It names a scenario that is not published, or a value that does not exist.</exception>
    public CurriculumContent ToContent(ScenarioShelf scenarios) => new(
        Code,
        Title.Trim(),
        [.. Scenarios.Select(item => new CurriculumItem(Published(item.Code, scenarios).Id, Value<Strand>(item.Strand)))],
        new Audience(
            [.. Audience.PhiExposures.Select(Value<PhiExposure>).Distinct().Order()],
            [.. Audience.Constituencies.Select(Value<Constituency>).Distinct().Order()],
            [.. Audience.JobRoles.Distinct().Order(StringComparer.Ordinal)],
            [.. Audience.Sites.Distinct().Order(StringComparer.Ordinal)],
            Audience.EphiAccessOnly),
        EveryMonths,
        [
            .. Citations.Select(reason => new Citation(
                reason.Source.Trim(),
                reason.Text.Trim(),
                Value<CitationStatus>(reason.Status),
                reason.Edition.Trim() is { Length: > 0 } edition ? edition : null)),
        ]);

    private static Scenario Published(string code, ScenarioShelf scenarios) => scenarios.ByCode(code)
        ?? throw new StoryStopped($"{Name} lists the scenario '{code}', which is not published: is there a content/scenarios/ file with this code, and without the findings above?");

    private static T Value<T>(string word) where T : struct, Enum => Enum.TryParse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value)
        ? value
        : throw new StoryStopped($"{Name} says '{word}', which is none of {string.Join(", ", Enum.GetNames<T>())}.");

    internal sealed class For
    {
        public List<string> PhiExposures { get; set; } = [];

        public List<string> Constituencies { get; set; } = [];

        public List<string> JobRoles { get; set; } = [];

        public List<string> Sites { get; set; } = [];

        public bool EphiAccessOnly { get; set; }
    }

    internal sealed class Item
    {
        public string Code { get; set; } = "";

        public string Strand { get; set; } = "";
    }

    internal sealed class Reason
    {
        public string Source { get; set; } = "";

        public string Text { get; set; } = "";

        public string Status { get; set; } = "";

        public string Edition { get; set; } = "";
    }
}
