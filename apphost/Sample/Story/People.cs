using Training.Contracts;
using Training.Hosting;

namespace Training.AppHost.Sample.Story;

/// <summary>The organisations of the sample, and who calls for them.</summary>
internal static class People
{
    public static readonly OrganisationId Hospital = new(Guid.Parse("01930000-0000-7000-8000-000000000001"));
    public static readonly OrganisationId Clinic = new(Guid.Parse("01930000-0000-7000-8000-000000000002"));

    public static Persona Operator(OrganisationId organisation) => new(organisation, null, "operator", Role.Operator);

    public static Persona HrSystem(OrganisationId organisation) => new(organisation, null, "hr-system", Role.Integration);

    public static Persona Auditor(OrganisationId organisation) => new(organisation, null, "first-page", Role.Auditor);

    public static Persona Somebody(OrganisationId organisation, Member member, Role role) =>
        new(organisation, new MemberId(member.Uuid), member.Email ?? member.EmployeeNumber, role);
}
