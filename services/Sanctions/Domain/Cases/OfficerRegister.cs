using NodaTime;
using Training.Hosting;

namespace Training.Sanctions;

/// <summary>Who holds which office, whole, as Workforce told it last.</summary>
internal sealed class OfficerRegister
{
    public OrganisationId Organisation { get; init; }

    public long Version { get; init; }

    public IReadOnlyList<Designation> Designations { get; init; } = [];

    public bool Holds(MemberId member, Office office, LocalDate on) =>
        Designations.Any(designation => designation.Member == member && designation.Office == office && designation.Covers(on));

    /// <exception cref="OfficeNotHeld">Somebody else holds it.</exception>
    public void Require(MemberId member, Office office, LocalDate on)
    {
        if (!Holds(member, office, on))
            throw new OfficeNotHeld(office);
    }

    /// <exception cref="OfficeNotHeld">They hold neither.</exception>
    public void RequireAny(MemberId member, LocalDate on)
    {
        if (!Holds(member, Office.Security, on))
            Require(member, Office.Privacy, on);
    }
}

/// <summary>An officer or deputy, from a day until another, both counted; without end while it lasts.</summary>
internal sealed record Designation(Office Office, MemberId Member, LocalDate From, LocalDate? Until)
{
    public bool Covers(LocalDate day) => From <= day && (Until is null || day <= Until);
}
