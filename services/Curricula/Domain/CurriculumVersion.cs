using Training.Hosting;

namespace Training.Curricula;

/// <summary>One version of a curriculum. Its content never changes; what happens to it is its state and its signatures.</summary>
internal sealed class CurriculumVersion
{
    public const int LongestReason = 500;

    public OrganisationId Organisation { get; private init; }

    public CurriculumVersionId Id { get; private init; }

    public CurriculumId CurriculumId { get; private init; }

    public int Number { get; private init; }

    public CurriculumContent Content { get; private init; } = null!;

    public byte[] ContentHash { get; private init; } = [];

    public CurriculumState State { get; private set; }

    public MemberId ProposedBy { get; private init; }

    public Office ProposedFor { get; private init; }

    public DateTimeOffset ProposedAt { get; private init; }

    public MemberId? ApprovedBy { get; private set; }

    public Office? ApprovedFor { get; private set; }

    /// <summary>When the second office signed, which published the version.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    public string DeclinedBecause { get; private set; } = "";

    /// <summary>Which change of the organisation's record made it what it is.</summary>
    public long Change { get; private init; }

    public IEnumerable<Signature> Signatures => ApprovedBy is { } member && ApprovedFor is { } office && ApprovedAt is { } at
        ? [First, new Signature(office, member, at)]
        : [First];

    private Signature First => new(ProposedFor, ProposedBy, ProposedAt);

    public static CurriculumVersion Propose(CurriculumVersionId id, Curriculum curriculum, CurriculumContent content, Signature first) => new()
    {
        Organisation = curriculum.Organisation,
        Id = id,
        CurriculumId = curriculum.Id,
        Number = curriculum.Newest,
        Content = content,
        ContentHash = content.Hash(),
        State = CurriculumState.Proposed,
        ProposedBy = first.Member,
        ProposedFor = first.Office,
        ProposedAt = first.At,
    };

    public void Approve(ReadOnlySpan<byte> hash, Signature second)
    {
        DemandOpen();
        if (!hash.SequenceEqual(ContentHash))
            throw new ContentHashDiffers();
        if (second.Member == ProposedBy)
            throw new SamePersonSigns();
        if (second.Office == ProposedFor)
            throw new OfficeHasSigned(second.Office);
        State = CurriculumState.Published;
        (ApprovedBy, ApprovedFor, ApprovedAt) = (second.Member, second.Office, second.At);
    }

    public void Decline(string reason)
    {
        DemandOpen();
        DeclinedBecause = Line.Check("reason", reason, LongestReason);
        State = CurriculumState.Declined;
    }

    public void Supersede() => State = CurriculumState.Superseded;

    private void DemandOpen()
    {
        if (State != CurriculumState.Proposed)
            throw new VersionNotOpen(Number, State);
    }
}

/// <summary>A human being's signature for an office.</summary>
internal readonly record struct Signature(Office Office, MemberId Member, DateTimeOffset At);
