namespace Training.AppHost.Sample.Page.Facts;

/// <summary>What became of the story, read from the services. A chapter that is not reached yet is null.</summary>
internal sealed record StoryFacts(
    RosterFacts? Roster, ClinicFacts? Clinic, ScenarioFacts? Scenarios, CurriculumFacts? Curriculum, CampaignFacts? Campaign, TrainingFacts? Training, CaseFacts? Case, AuditFacts? Audit)
{
    public static readonly StoryFacts None = new(null, null, null, null, null, null, null, null);
}
