namespace Training.Sanctions;

/// <summary>What a hand-off must be like before a case is made of it.</summary>
internal static class IncidentRules
{
    public const int LongestNumber = 64;

    // Clocks of other systems are not ours.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public static void Check(this Incident incident, DateTimeOffset now)
    {
        if (incident.Number.Length is 0 or > LongestNumber || incident.Number.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
            throw new IncidentNumberUnusable();
        // The reporting system's own digits are no patient's; what nobody numbers incidents by is screened.
        if (PatientIdentifiers.FirstIn(incident.Number, now.Year)
            is { } seen and (Identifier.EMailAddress or Identifier.SocialSecurityNumber or Identifier.DateOfBirth))
            throw new LooksLikePatientData("incident", seen);
        // However long ago: what is found late is recorded as well.
        if (incident.Happened == default || incident.Happened > now + ClockSkew)
            throw new HappenedUnusable();
        if (incident.FirstKnown < incident.Happened || incident.FirstKnown > now + ClockSkew)
            throw new FirstKnownUnusable();
        Wording.Required("description", incident.Description, now);
    }
}
