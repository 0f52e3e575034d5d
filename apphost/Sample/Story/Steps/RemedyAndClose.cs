using Training.Completions.V1;
using Training.Contracts;
using Training.Sanctions.V1;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>The remedial scenario arrives by event, is taken by event's receiver, and the case closes by itself.</summary>
internal sealed class RemedyAndClose : IStep
{
    public string Title => "The remedial scenario is taken and the case closes";

    public async Task PlayAsync(Stage stage, CancellationToken ct)
    {
        var cast = await Cast.ReadAsync(stage, People.Hospital);
        var clerk = cast.As(cast.Clerk, Role.Employee);
        var officer = cast.As(cast.PrivacyOfficer, Role.PrivacyOfficer);

        var remedy = await Waiting.UntilAsync(
            () => RemediationAsync(stage, clerk, ct), found => found is not null, _ => "no remedial assignment", ct);
        stage.Progress.Say($"Assigned by event: {remedy!.Title}, due on {remedy.DueOn}");

        var learner = new Learner(stage, await ScenarioShelf.ReadAsync(stage, officer), clerk, Habit.Careful);
        await learner.PassAllAsync(remedy.Items.Select(item => item.ScenarioId), ct);

        await Waiting.UntilAsync(
            () => Pages.AllAsync(
                token => stage.Services.Cases.ListCasesAsync(new ListCasesRequest { PageSize = Pages.Largest, PageToken = token }, stage.As(officer), cancellationToken: ct),
                page => page.Cases,
                page => page.NextPageToken),
            cases => cases.Any(one => one.ViolationCode == HandleViolation.Code && one.State == CaseState.Closed),
            cases => string.Join(", ", cases.Select(one => one.State)),
            ct);
        stage.Progress.Say("Passed; the case is closed");
    }

    private static async Task<Assignment?> RemediationAsync(Stage stage, Persona clerk, CancellationToken ct)
    {
        var mine = await Pages.AllAsync(
            token => stage.Services.Assignments.ListMyAssignmentsAsync(new ListMyAssignmentsRequest { PageSize = Pages.Largest, PageToken = token }, stage.As(clerk), cancellationToken: ct),
            page => page.Assignments,
            page => page.NextPageToken);
        return mine.Find(assignment => assignment.Source == AssignmentSource.Remediation);
    }
}
