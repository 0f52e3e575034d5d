namespace Training.AppHost.Sample.Content;

/// <summary>Of the sanction policy: which measures a level has.</summary>
internal sealed class PolicyFile
{
    public List<Step> Schedule { get; set; } = [];

    public static PolicyFile Read(string document) => Yaml.Read<PolicyFile>(document, "the sanction policy");

    public string MildestMeasure(int level) => Schedule.Single(step => step.Level == level).Measures[0];

    internal sealed class Step
    {
        public int Level { get; set; }

        public List<string> Measures { get; set; } = [];
    }
}
