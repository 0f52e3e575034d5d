using NodaTime;
using Training.Hosting;

namespace Training.Workforce;

/// <summary>What the organisation knows of a human being of its workforce, as of <see cref="Version"/>.</summary>
internal abstract record MemberFacts
{
    public OrganisationId Organisation { get; init; }

    public string EmployeeNumber { get; init; } = "";

    public string GivenName { get; init; } = "";

    public string FamilyName { get; init; } = "";

    public string Email { get; init; } = "";

    public Constituency Constituency { get; init; }

    public string JobRole { get; init; } = "";

    public string Department { get; init; } = "";

    public string Site { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public MemberId? Manager { get; init; }

    public PhiExposure PhiExposure { get; init; }

    public bool EphiAccess { get; init; }

    public LocalDate HiredOn { get; init; }

    public LocalDate? LeftOn { get; init; }

    public MemberStatus Status { get; init; }

    public long Version { get; init; }

    public bool HasLeft => Status == MemberStatus.Left;
}

/// <summary>A human being of the workforce as they are now, or as they were when they left.</summary>
internal sealed record Member : MemberFacts
{
    public MemberId Id { get; init; }

    /// <summary>Which change of the organisation's record made them what they are.</summary>
    public long Change { get; init; }

    /// <summary>The last day is the one before, but nobody leaves before they came.</summary>
    public Member LeaveBefore(LocalDate day) =>
        this with { Status = MemberStatus.Left, LeftOn = LocalDate.Max(day.PlusDays(-1), HiredOn) };
}
