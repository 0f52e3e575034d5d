namespace Training.AppHost.Sample.Content;

/// <summary>Of the sanction policy: which measures its schedules allow.</summary>
internal sealed class PolicyFile
{
    public Dictionary<string, Schedule> Schedules { get; set; } = [];

    public static PolicyFile Read(string document) => Yaml.Read<PolicyFile>(document, "the sanction policy");

    /// <summary>The mildest measure for somebody without earlier findings.</summary>
    public string MildestMeasure(string constituency, int level) =>
        Schedules.Values.Single(schedule => schedule.For.Contains(constituency)).Levels[level][0].Split("..")[0].Trim();

    internal sealed class Schedule
    {
        public List<string> For { get; set; } = [];

        /// <summary>By level: a range 'mildest..strictest' for the first finding, the second, and so on.</summary>
        public Dictionary<int, List<string>> Levels { get; set; } = [];
    }
}
