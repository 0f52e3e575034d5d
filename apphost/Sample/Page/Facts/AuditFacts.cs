using Training.AppHost.Sample.Story;
using Training.Operations.V1;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>Whether each service's audit log is as it was written.</summary>
internal sealed record AuditFacts(IReadOnlyList<(string Service, VerifyAuditResponse Chain)> Chains)
{
    public bool AllIntact => Chains.All(one => one.Chain.Intact);

    public static async Task<AuditFacts> ReadAsync(Stage stage, CancellationToken ct)
    {
        var auditor = stage.Operators.As(People.Auditor(People.Hospital));
        var chains = await Task.WhenAll(stage.Operators.Services.Select(async one =>
            (one.Service, await one.Operations.VerifyAuditAsync(new VerifyAuditRequest(), auditor, cancellationToken: ct))));
        return new AuditFacts(chains);
    }
}
