using Microsoft.EntityFrameworkCore;

namespace Training.Sanctions;

internal sealed class EarlierViolations(SanctionsDb db)
{
    /// <summary>How many violations of the same person both keys signed that happened before this one, as far as the policy looks back.</summary>
    public Task<int> Count(Case file, SanctionPolicy policy, CancellationToken ct)
    {
        var from = file.Happened.AddMonths(-policy.LookBackMonths);
        return db.Cases.CountAsync(other => other.Subject == file.Subject && other.SignedLevel > 0 && other.Happened >= from && other.Happened < file.Happened, ct);
    }
}
