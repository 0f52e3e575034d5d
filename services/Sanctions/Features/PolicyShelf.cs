using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Training.Messaging;

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
    private const int MostAtOnce = 100;

    public async Task<PolicyVersion?> Newest(CancellationToken ct) =>
        await db.Policies.AsNoTracking().OrderByDescending(policy => policy.Version).FirstOrDefaultAsync(ct);

    public async Task<PolicyInForce> InForce(CancellationToken ct) =>
        Read(await Newest(ct) ?? throw new NoPolicyInForce());

    public async Task<PolicyInForce> Version(int version, CancellationToken ct) =>
        Read(await db.Policies.AsNoTracking().SingleOrDefaultAsync(policy => policy.Version == version, ct) ?? throw new PolicyVersionNotFound(version));

    /// <summary>Those of them that are there; 0 is the one in force.</summary>
    public async Task<Dictionary<int, PolicyInForce>> Versions(IReadOnlyCollection<int> asked, CancellationToken ct)
    {
        ListReader.DemandFew(asked.Count, MostAtOnce);
        var read = await db.Policies.AsNoTracking()
            .Where(policy => asked.Contains(policy.Version) || (asked.Contains(0) && policy.Version == db.Policies.Max(other => other.Version))).ToListAsync(ct);
        var found = read.ToDictionary(version => version.Version, Read);
        if (asked.Contains(0) && read.MaxBy(version => version.Version) is { } newest)
            found[0] = found[newest.Version];
        return asked.Distinct().Where(found.ContainsKey).ToDictionary(version => version, version => found[version]);
    }

    public PolicyInForce Read(PolicyVersion version) => new(version, read.Of(version));
}
