using Training.Operations.V1;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>Each service recomputes the hash chain of its audit log.</summary>
internal sealed class VerifyAuditChains : IStep
{
    public string Title => "The audit chains of all five services are verified";

    public async Task PlayAsync(Stage stage, CancellationToken ct)
    {
        var auditor = stage.Operators.As(People.Auditor(People.Hospital));
        foreach (var (service, operations) in stage.Operators.Services)
        {
            var chain = await Waiting.UntilAsync(
                async () => await operations.VerifyAuditAsync(new VerifyAuditRequest(), auditor, cancellationToken: ct),
                found => found.Unsealed == 0 || !found.Intact,
                found => $"{found.Unsealed} entries of {service} are not sealed",
                ct);
            stage.Progress.Say(chain.Intact ? $"{service}: {chain.Sealed} entries, intact" : $"{service}: BROKEN at {chain.FirstBrokenSequence}: {chain.Finding}");
        }
    }
}
