using Training.AppHost.Sample.Story;
using Training.Curricula.V1;
using Training.Workforce.V1;

namespace Training.AppHost.Sample.Content;

/// <summary>The file content/curricula/yearly-refresher.yaml.</summary>
internal sealed class CurriculumFile
{
    public string Code { get; set; } = "";

    public string Title { get; set; } = "";

    public static CurriculumFile Read() => Yaml.Read<CurriculumFile>(File.ReadAllText(SampleFiles.Curriculum), "content/curricula/yearly-refresher.yaml");

    public CurriculumContent ToContent(ScenarioShelf scenarios) => new();
}
