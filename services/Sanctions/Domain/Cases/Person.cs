using Training.Hosting;

namespace Training.Sanctions;

/// <summary>A member of the workforce, as far as a case asks for them.</summary>
internal sealed class Person
{
    public OrganisationId Organisation { get; init; }

    public MemberId Id { get; init; }

    public long Version { get; init; }

    public MemberId? LineManager { get; init; }

    public Constituency Constituency { get; init; }

    public bool HasLeft { get; init; }

    /// <summary>IANA name; the calendar is UTC's where it is unknown.</summary>
    public string TimeZone { get; init; } = "";
}
