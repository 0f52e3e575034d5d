using Training.Hosting;

namespace Training.Messaging;

/// <summary>Who did what, when, why, and the hash of what it was before and after. Only the sealer ever touches it again, once.</summary>
internal sealed class AuditRow
{
    public OrganisationId Organisation { get; init; }

    public Guid Id { get; init; }

    public long At { get; init; }

    public MemberId? Member { get; init; }

    public string Account { get; init; } = "";

    public string Action { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Why { get; init; } = "";

    public byte[] Before { get; init; } = [];

    public byte[] After { get; init; } = [];

    /// <summary>Place in the organisation's chain, from 1; <c>null</c> until sealed.</summary>
    public long? Sequence { get; init; }

    public byte[]? Chain { get; init; }
}
