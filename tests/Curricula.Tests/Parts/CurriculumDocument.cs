using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Training.Curricula.Tests;

/// <summary>A document of content/curricula.</summary>
internal sealed class CurriculumDocument
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build();

    public string Code { get; set; } = "";

    public string Title { get; set; } = "";

    public int EveryMonths { get; set; }

    public AudienceLists Audience { get; set; } = new();

    public List<ScenarioLine> Scenarios { get; set; } = [];

    public List<CitationLine> Citations { get; set; } = [];

    public static CurriculumDocument Read(string path) => Yaml.Deserialize<CurriculumDocument>(File.ReadAllText(path));

    public V1.CurriculumContent ToContent(Func<string, string> idOf) => new()
    {
        Code = Code,
        Title = Title,
        EveryMonths = EveryMonths,
        Audience = new V1.Audience
        {
            PhiExposures = { Audience.PhiExposures.Select(Word<Workforce.V1.PhiExposure>) },
            Constituencies = { Audience.Constituencies.Select(Word<Workforce.V1.Constituency>) },
            JobRoles = { Audience.JobRoles },
            Sites = { Audience.Sites },
            EphiAccessOnly = Audience.EphiAccessOnly,
        },
        Items = { Scenarios.Select(line => new V1.CurriculumItem { ScenarioId = idOf(line.Code), Strand = Word<V1.Strand>(line.Strand) }) },
        Citations = { Citations.Select(line => new V1.Citation { Source = line.Source, Text = line.Text, Status = Word<V1.CitationStatus>(line.Status), Edition = line.Edition }) },
    };

    private static T Word<T>(string word) where T : struct, Enum => Enum.Parse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    internal sealed class AudienceLists
    {
        public List<string> PhiExposures { get; set; } = [];

        public List<string> Constituencies { get; set; } = [];

        public List<string> JobRoles { get; set; } = [];

        public List<string> Sites { get; set; } = [];

        public bool EphiAccessOnly { get; set; }
    }

    internal sealed class ScenarioLine
    {
        public string Code { get; set; } = "";

        public string Strand { get; set; } = "";
    }

    internal sealed class CitationLine
    {
        public string Source { get; set; } = "";

        public string Text { get; set; } = "";

        public string Status { get; set; } = "";

        public string Edition { get; set; } = "";
    }
}
