using Training.AppHost.Sample.GraphQL;
using Training.Contracts;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>The remedial scenario arrives by event, is taken by event's receiver, and the case closes by itself.</summary>
internal sealed class RemedyAndClose : IStep
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(RemedyAndClose));

    public string Title => "The remedial scenario is taken and the case closes";

    public async Task PlayAsync(Stage stage, CancellationToken ct)
    {
        var cast = await Cast.ReadAsync(stage, People.Hospital, ct);
        var clerk = cast.As(cast.Clerk, Role.Employee);
        var officer = cast.As(cast.PrivacyOfficer, Role.PrivacyOfficer);

        var remedy = await Waiting.UntilAsync(
            () => RemediationAsync(stage, clerk, ct), found => found is not null, _ => "no remedial assignment", ct);
        stage.Progress.Say($"Assigned by event: {remedy!.Title}, due on {remedy.DueOn}");

        var learner = new Learner(stage, await ScenarioShelf.ReadAsync(stage, officer, ct), clerk, Habit.Careful);
        await learner.PassAllAsync(remedy.Items.Select(item => item.ScenarioId), ct);

        await Waiting.UntilAsync(
            () => stage.Gateway.AllAsync<Case>(officer, Ask["Cases"], new { violation = HandleViolation.Code }, ct),
            cases => cases.Any(one => one.State == CaseState.Closed),
            cases => string.Join(", ", cases.Select(one => one.State)),
            ct);
        stage.Progress.Say("Passed; the case is closed");
    }

    private static async Task<Assignment?> RemediationAsync(Stage stage, Persona clerk, CancellationToken ct) =>
        (await stage.Gateway.AllAsync<Assignment>(clerk, Ask["MyAssignments"], null, ct)).Find(assignment => assignment.Source == AssignmentSource.Remediation);

    private sealed record Assignment(AssignmentSource Source, string Title, string DueOn, IReadOnlyList<Item> Items);

    private sealed record Item(string ScenarioId);

    private enum AssignmentSource
    {
        Campaign,
        Remediation,
    }

    private sealed record Case(CaseState State);

    private enum CaseState
    {
        Open,
        ClosedWithoutSanction,
        Proposed,
        Signed,
        Executed,
        Closed,
    }
}
