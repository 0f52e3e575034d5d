namespace Training.System.Tests.Story;

/// <summary>What must be true once the story is told, asked through the public API by the test's own callers.</summary>
internal static class WholeStory
{
    /// <param name="installation">Where the story was told.</param>
    /// <param name="people">How many employees took their training.</param>
    public static async Task HoldsAsync(IInstallation installation, int people)
    {
        using var callers = new Callers(installation);
        var members = await callers.MembersAsync(Callers.Hospital);
        await new RosterPart(callers, members).HoldsAsync();
        await new ContentPart(callers, members).HoldsAsync();
        await new CampaignPart(callers, members).HoldsAsync();
        await new TrainingPart(callers, members, people).HoldsAsync();
        await new CasePart(callers, members).HoldsAsync();
        await new OtherOrganisationPart(callers).HoldsAsync();
    }
}
