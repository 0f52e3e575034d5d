using Training.AppHost.Sample;
using Training.AppHost.Sample.Content;
using Training.Completions.V1;
using Training.Contracts;
using Training.Curricula.V1;
using Training.Operations.V1;
using Training.Sanctions.V1;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.System.Tests.Story;

/// <summary>What must be true once the story is told, asked through the public API by the test's own callers.</summary>
internal sealed class WholeStory(IInstallation installation, int people)
{
    public async Task HoldsAsync()
    {
        using var callers = new Callers(installation);
        var members = await callers.MembersAsync(Callers.Hospital);
        var story = new StoryParts(callers, members, people);
        await story.RosterHoldsAsync();
        await story.ScenariosHoldAsync();
        await story.CurriculumHoldsAsync();
        await story.CampaignHoldsAsync();
        await story.TrainingHoldsAsync();
        await new CaseParts(callers, members).HoldsAsync();
        await new OtherParts(callers).HoldsAsync();
    }
}
