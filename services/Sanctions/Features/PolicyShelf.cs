using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Training.Sanctions;

/// <summary>Read documents by the hash of their text: a version never changes.</summary>
internal sealed class ReadPolicies
{
    private readonly ConcurrentDictionary<string, SanctionPolicy> _read = new(StringComparer.Ordinal);

    public SanctionPolicy Of(PolicyVersion version) => _read.GetOrAdd(Convert.ToHexString(version.ContentHash), _ => PolicyReader.Read(version.Document).Policy
        ?? throw new InvalidOperationException($"Version {version.Version} of the sanction policy was published and is not readable now."));
}

/// <summary>A version of the policy, with its content read.</summary>
internal sealed record PolicyInForce(PolicyVersion Version, SanctionPolicy Policy);

internal sealed class PolicyShelf(SanctionsDb db, ReadPolicies read)
{
    public async Task<PolicyVersion?> Newest(CancellationToken ct) =>
        await db.Policies.AsNoTracking().OrderByDescending(policy => policy.Version).FirstOrDefaultAsync(ct);

    public async Task<PolicyInForce> InForce(CancellationToken ct) =>
        Read(await Newest(ct) ?? throw new NoPolicyInForce());

    public async Task<PolicyInForce> Version(int version, CancellationToken ct) =>
        Read(await db.Policies.AsNoTracking().SingleOrDefaultAsync(policy => policy.Version == version, ct) ?? throw new PolicyVersionNotFound(version));

    public PolicyInForce Read(PolicyVersion version) => new(version, read.Of(version));
}
