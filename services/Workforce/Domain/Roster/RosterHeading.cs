using NodaTime;

namespace Training.Workforce;

/// <summary>What HR says of a file before sending it.</summary>
internal sealed record RosterHeading
{
    // Today where it is latest; a file for the next morning may come the evening before.
    private static readonly Offset LatestZone = Offset.FromHours(14);
    private const int DaysAhead = 1;

    private RosterHeading(string fileName, LocalDate effectiveOn, int confirmedLeavers) =>
        (FileName, EffectiveOn, ConfirmedLeavers) = (fileName, effectiveOn, confirmedLeavers);

    public string FileName { get; }

    /// <summary>The day whose state the file tells.</summary>
    public LocalDate EffectiveOn { get; }

    public int ConfirmedLeavers { get; }

    public static RosterHeading Of(string fileName, LocalDate effectiveOn, int confirmedLeavers, DateTimeOffset now)
    {
        if (!Text.IsName(fileName, RosterImport.LongestFileName))
            throw new RosterFileNameUnusable();
        var latest = Instant.FromDateTimeOffset(now).WithOffset(LatestZone).Date.PlusDays(DaysAhead);
        if (effectiveOn > latest)
            throw new RosterTooFarAhead(effectiveOn, latest);
        return new RosterHeading(fileName, effectiveOn, confirmedLeavers);
    }
}
