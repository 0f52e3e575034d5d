using Training.Hosting;
using Training.Messaging;
using Training.Scenarios.V1;

namespace Training.Sanctions;

internal sealed class KnowRun(SanctionsDb db) : IReaction<RunFinished>
{
    private const string AreKnown = "DO NOTHING";

    public async Task Run(RunFinished happened, Caller caller, CancellationToken ct)
    {
        var organisation = caller.Organisation.Value;
        var (id, member, scenario) = (
            RunId.Parse("run_id", happened.RunId).Value, MemberId.Parse("member_id", happened.MemberId).Value,
            ScenarioId.Parse("scenario_id", happened.ScenarioId).Value);
        var run = new RowBatch("runs", "organisation", "id", "member", "scenario", "version", "finished", "passed");
        run.Add(organisation, id, member, scenario, happened.ScenarioVersion, happened.Finished.ToMicroseconds(), happened.Passed);
        await run.WriteAsync(db, AreKnown, ct);

        var choices = new RowBatch(
            "choices", "organisation", "run", "step", "member", "scenario", "version", "decision", "choice", "text", "outcome", "violation_code", "at");
        foreach (var choice in happened.Choices)
        {
            choices.Add(
                organisation, id, choice.Step, member, scenario, happened.ScenarioVersion, choice.Decision, choice.Choice, choice.Text,
                (int)choice.Outcome, choice.ViolationCode, choice.At.ToMicroseconds());
        }

        await choices.WriteAsync(db, AreKnown, ct);
    }
}
