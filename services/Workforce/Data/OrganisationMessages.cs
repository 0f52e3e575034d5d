using Training.Workforce.V1;

namespace Training.Workforce;

/// <summary>The organisation as the contract tells it.</summary>
internal static class OrganisationMessages
{
    public static Organisation ToMessage(this OrganisationWithCodes read) => new()
    {
        Id = read.Organisation.Organisation.ToString(),
        Name = read.Organisation.Name,
        Registered = read.Organisation.Registered.ToWire(),
        LeaversLimitPercent = read.Organisation.LeaversLimitPercent,
        Sites = { read.Sites.Select(ToMessage) },
        JobRoles = { read.JobRoles.Select(role => new V1.JobRole { Code = role.Code, Title = role.Title }) },
    };

    public static V1.Site ToMessage(this Site site) => new() { Code = site.Code, Name = site.Name, TimeZone = site.TimeZone };

    public static SiteToRegister ToRegister(this V1.Site site) => new(site.Code, site.Name, site.TimeZone);

    public static JobRoleToRegister ToRegister(this V1.JobRole role) => new(role.Code, role.Title);
}
