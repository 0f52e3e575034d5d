using NodaTime;
using Training.Hosting;

namespace Training.Workforce;

/// <summary>How many lines a file has and what becomes of people by it.</summary>
internal sealed record RosterCounts(int Lines, int Added, int Changed, int Unchanged, int Left, int Rehired, int Rejected);

/// <summary>The record that a file was taken in.</summary>
internal sealed class RosterImport
{
    public const int LongestFileName = 200;

    public OrganisationId Organisation { get; private init; }

    public RosterImportId Id { get; private init; }

    public string FileName { get; private init; } = "";

    public byte[] FileHash { get; private init; } = [];

    public LocalDate EffectiveOn { get; private init; }

    public DateTimeOffset Imported { get; private init; }

    public int Lines { get; private init; }

    public int Added { get; private init; }

    public int Changed { get; private init; }

    public int Unchanged { get; private init; }

    public int Leavers { get; private init; }

    public int Rehired { get; private init; }

    public int Rejected { get; private init; }

    public RosterCounts Counts => new(Lines, Added, Changed, Unchanged, Leavers, Rehired, Rejected);

    public static RosterImport Of(OrganisationId organisation, RosterImportId id, RosterHeading heading, byte[] hash, RosterCounts counts, DateTimeOffset now) => new()
    {
        Organisation = organisation,
        Id = id,
        FileName = heading.FileName,
        FileHash = hash,
        EffectiveOn = heading.EffectiveOn,
        Imported = now,
        Lines = counts.Lines,
        Added = counts.Added,
        Changed = counts.Changed,
        Unchanged = counts.Unchanged,
        Leavers = counts.Left,
        Rehired = counts.Rehired,
        Rejected = counts.Rejected,
    };
}
