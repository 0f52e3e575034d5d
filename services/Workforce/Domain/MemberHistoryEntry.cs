using NodaTime;
using Training.Hosting;

namespace Training.Workforce;

/// <summary>What a member was from a day on: one entry for each version, never changed.</summary>
internal sealed record MemberHistoryEntry : MemberFacts
{
    private MemberHistoryEntry(MemberFacts facts) : base(facts)
    {
    }

    private MemberHistoryEntry()
    {
    }

    public MemberId MemberId { get; private init; }

    public ChangeKind Kind { get; private init; }

    public LocalDate EffectiveOn { get; private init; }

    public DateTimeOffset Recorded { get; private init; }

    public RosterImportId? Import { get; private init; }

    public static MemberHistoryEntry Of(MemberChange change, RosterImportId? import, DateTimeOffset now) => new(change.After)
    {
        MemberId = change.After.Id,
        Kind = change.Kind,
        EffectiveOn = change.EffectiveOn,
        Recorded = now,
        Import = import,
    };
}
