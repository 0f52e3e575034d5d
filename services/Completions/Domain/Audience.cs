namespace Training.Completions;

/// <summary>Whom a campaign is for: present members who meet every list that is not empty, by any of its values.</summary>
internal sealed record Audience(
    IReadOnlyCollection<int> PhiExposures,
    IReadOnlyCollection<int> Constituencies,
    IReadOnlyCollection<string> JobRoles,
    IReadOnlyCollection<string> Sites,
    bool EphiAccessOnly)
{
    /// <summary>Stands before, between and after the codes of a list, so that a code is found whole.</summary>
    public const string Separator = "\n";

    public static readonly Audience Everybody = new([], [], [], [], EphiAccessOnly: false);

    /// <summary>A bit for each value.</summary>
    public static int Bits(IReadOnlyCollection<int> values) => values.Aggregate(0, (bits, value) => bits | (1 << value));

    public static string Joined(IReadOnlyCollection<string> codes) =>
        codes.Count == 0 ? "" : Separator + string.Join(Separator, codes) + Separator;
}
