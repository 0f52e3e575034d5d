namespace Training.Curricula;

/// <summary>Whom a curriculum is for: who meets every list that is not empty, by any of its values. The lists are sets, kept in order.</summary>
internal sealed record Audience(
    IReadOnlyList<PhiExposure> PhiExposures,
    IReadOnlyList<Constituency> Constituencies,
    IReadOnlyList<string> JobRoles,
    IReadOnlyList<string> Sites,
    bool EphiAccessOnly)
{
    public static Audience Of(
        IEnumerable<PhiExposure> phiExposures, IEnumerable<Constituency> constituencies, IEnumerable<string> jobRoles, IEnumerable<string> sites, bool ephiAccessOnly) =>
        new(
            [.. phiExposures.Distinct().Order()],
            [.. constituencies.Distinct().Order()],
            [.. jobRoles.Select(code => code.Trim()).Distinct().Order(StringComparer.Ordinal)],
            [.. sites.Select(code => code.Trim()).Distinct().Order(StringComparer.Ordinal)],
            ephiAccessOnly);

    /// <summary>Nobody can be in it: access to electronic PHI is exposure to PHI.</summary>
    public bool IsContradictory() => EphiAccessOnly && PhiExposures is [PhiExposure.None];
}
