using Training.Hosting;

namespace Training.Completions;

/// <summary>Somebody of the workforce, as far as duties ask. The contract's numbers are compared here, never interpreted.</summary>
internal sealed record RosterMember
{
    public OrganisationId Organisation { get; init; }

    public MemberId Id { get; init; }

    public int Constituency { get; init; }

    public string JobRole { get; init; } = "";

    public string Site { get; init; } = "";

    public string Department { get; init; } = "";

    public MemberId? Manager { get; init; }

    /// <summary>The site's IANA time zone: due dates end with the day there.</summary>
    public string TimeZone { get; init; } = "";

    public int PhiExposure { get; init; }

    public bool EphiAccess { get; init; }

    /// <summary>
    /// Of the present workforce. Who is on leave still is: the duty waits for them, where leaving them out would let them come back untrained.
    /// </summary>
    public bool Present { get; init; }

    /// <summary>An older one tells nothing new.</summary>
    public long Version { get; init; }
}
