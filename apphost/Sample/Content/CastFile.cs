namespace Training.AppHost.Sample.Content;

/// <summary>The file content/sample/story.yaml: who plays which part, by employee number.</summary>
internal sealed class CastFile
{
    public Parts Hospital { get; set; } = new();

    public Parts Clinic { get; set; } = new();

    public static CastFile Read(SampleFiles files) => Yaml.Read<CastFile>(File.ReadAllText(files.At("sample", "story.yaml")), "content/sample/story.yaml");

    internal sealed class Parts
    {
        public Part PrivacyOfficer { get; set; } = new();

        public Part SecurityOfficer { get; set; } = new();

        public Part HrManager { get; set; } = new();

        /// <summary>The employee whom the story follows; the clinic has none.</summary>
        public Part? Clerk { get; set; }
    }

    internal sealed class Part
    {
        public string EmployeeNumber { get; set; } = "";
    }
}
