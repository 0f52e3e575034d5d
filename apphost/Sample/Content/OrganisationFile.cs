namespace Training.AppHost.Sample.Content;

/// <summary>An organisation of the sample: its name, its codes, and HR's files in the order of their days.</summary>
internal sealed class OrganisationFile
{
    public string Name { get; set; } = "";

    public List<SiteEntry> Sites { get; set; } = [];

    public List<JobRoleEntry> JobRoles { get; set; } = [];

    public List<RosterEntry> Rosters { get; set; } = [];

    /// <param name="files">Where it is.</param>
    /// <param name="name">Such as "hospital", for content/sample/hospital.yaml.</param>
    public static OrganisationFile Read(SampleFiles files, string name) =>
        Yaml.Read<OrganisationFile>(File.ReadAllText(files.At("sample", $"{name}.yaml")), $"content/sample/{name}.yaml");

    internal sealed class SiteEntry
    {
        public string Code { get; set; } = "";

        public string Name { get; set; } = "";

        public string TimeZone { get; set; } = "";
    }

    internal sealed class JobRoleEntry
    {
        public string Code { get; set; } = "";

        public string Title { get; set; } = "";
    }

    internal sealed class RosterEntry
    {
        public string File { get; set; } = "";

        public string EffectiveOn { get; set; } = "";
    }
}
