namespace Training.Sanctions;

/// <summary>What a hand-off must be like before a case is made of it.</summary>
internal static class IncidentRules
{
    public const int LongestNumber = 64;

    // Clocks of other systems are not ours.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    // The retention period: nobody can look further back (164.530(j)).
    private const int OldestYears = 6;

    public static void Check(this Incident incident, DateTimeOffset now)
    {
        if (incident.Number.Length is 0 or > LongestNumber || incident.Number.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
            throw new IncidentNumberUnusable();
        if (incident.Happened > now + ClockSkew || incident.Happened < now.AddYears(-OldestYears))
            throw new HappenedUnusable(OldestYears);
        if (incident.FirstKnown < incident.Happened || incident.FirstKnown > now + ClockSkew)
            throw new FirstKnownUnusable();
        Wording.Required("description", incident.Description, now);
    }
}
