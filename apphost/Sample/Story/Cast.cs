using Training.Contracts;
using Training.Hosting;
using Training.Workforce.V1;

namespace Training.AppHost.Sample.Story;

/// <summary>Who plays which part, found in the roster: the first employee, by number, of each part's job.</summary>
internal sealed class Cast
{
    private const string PrivacyOfficerRole = "PRIVACY-OFFICER";
    private const string SecurityOfficerRole = "SECURITY-OFFICER";
    private const string HrRole = "HR";
    private const string ClerkRole = "REG-CLERK";

    private readonly OrganisationId _organisation;

    private Cast(OrganisationId organisation, List<Member> members)
    {
        _organisation = organisation;
        Members = [.. members.OrderBy(member => member.EmployeeNumber, StringComparer.Ordinal)];
    }

    /// <summary>Everybody who was ever in the roster, by employee number.</summary>
    public IReadOnlyList<Member> Members { get; }

    public Member PrivacyOfficer => FirstOf(PrivacyOfficerRole);

    public Member SecurityOfficer => FirstOf(SecurityOfficerRole);

    public Member Hr => FirstOf(HrRole);

    /// <summary>The employee whom the story follows.</summary>
    public Member Clerk => FirstOf(ClerkRole);

    public static async Task<Cast> ReadAsync(Stage stage, OrganisationId organisation)
    {
        var asHrSystem = stage.As(People.HrSystem(organisation));
        return new Cast(organisation, await Pages.AllAsync(
            token => stage.Services.Roster.ListMembersAsync(new ListMembersRequest { PageSize = Pages.Largest, PageToken = token }, asHrSystem),
            page => page.Members,
            page => page.NextPageToken));
    }

    public string NameOf(string memberId) =>
        Members.FirstOrDefault(member => member.Id == memberId) is { } member ? $"{member.GivenName} {member.FamilyName}" : "somebody who is not in the roster";

    public Persona As(Member member, Role role) => People.Somebody(_organisation, member, role);

    private Member FirstOf(string jobRole) =>
        Members.FirstOrDefault(member => member.JobRole == jobRole && member.Status == MemberStatus.Active)
        ?? throw new StoryStopped($"nobody in the roster works as {jobRole}, whom the story needs. Put one into content/sample/.");
}
