using NodaTime;

namespace Training.Workforce;

/// <summary>What HR says of a file before sending it.</summary>
internal sealed record RosterHeading
{
    private static readonly Period FarthestAhead = Period.FromYears(1);

    private RosterHeading(string fileName, LocalDate effectiveOn, int confirmedLeavers) =>
        (FileName, EffectiveOn, ConfirmedLeavers) = (fileName, effectiveOn, confirmedLeavers);

    public string FileName { get; }

    /// <summary>The day whose state the file tells.</summary>
    public LocalDate EffectiveOn { get; }

    public int ConfirmedLeavers { get; }

    public static RosterHeading Of(string fileName, LocalDate effectiveOn, int confirmedLeavers, LocalDate today)
    {
        if (!Text.IsName(fileName, RosterImport.LongestFileName))
            throw new RosterFileNameUnusable();
        if (effectiveOn > today + FarthestAhead)
            throw new RosterTooFarAhead(effectiveOn);
        return new RosterHeading(fileName, effectiveOn, confirmedLeavers);
    }
}
