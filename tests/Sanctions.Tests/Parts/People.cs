using Training.Hosting;
using Training.Workforce.V1;

namespace Training.Sanctions.Tests;

/// <summary>The human beings of the tests.</summary>
internal static class People
{
    public static readonly MemberId Clerk = Somebody.Named("clerk");
    public static readonly MemberId Nurse = Somebody.Named("nurse");
    public static readonly MemberId Supervisor = Somebody.Named("supervisor");
    public static readonly MemberId Reporter = Somebody.Named("reporter");
    public static readonly MemberId Privacy = Somebody.Named("privacy officer");
    public static readonly MemberId PrivacyDeputy = Somebody.Named("privacy deputy");
    public static readonly MemberId Security = Somebody.Named("security officer");
    public static readonly MemberId SecurityDeputy = Somebody.Named("security deputy");
    public static readonly MemberId BothOffices = Somebody.Named("holds both offices");
    public static readonly MemberId FormerOfficer = Somebody.Named("former officer");
    public static readonly MemberId Hr = Somebody.Named("hr");
    public static readonly MemberId Reviewer = Somebody.Named("reviewer");
    public static readonly MemberId Auditor = Somebody.Named("auditor");

    public static IReadOnlyList<MemberId> All { get; } =
        [Clerk, Nurse, Supervisor, Reporter, Privacy, PrivacyDeputy, Security, SecurityDeputy, BothOffices, FormerOfficer, Hr, Reviewer, Auditor];

    public static Member Member(MemberId id, MemberId? manager = null, long version = 1, MemberStatus status = MemberStatus.Active) => new()
    {
        Id = id.ToString(),
        Version = version,
        ManagerId = manager?.ToString() ?? "",
        Constituency = Workforce.V1.Constituency.Employee,
        Status = status,
        TimeZone = "America/Chicago",
    };

    public static MembersChanged Roster() => new() { Members = { All.Select(id => Member(id, id == Clerk || id == Nurse ? Supervisor : null)) } };

    public static OfficerRegisterChanged Officers(long version = 1) => new()
    {
        Version = version,
        Designations =
        {
            Designation(Workforce.V1.Office.Privacy, Privacy), Designation(Workforce.V1.Office.Privacy, PrivacyDeputy), Designation(Workforce.V1.Office.Security, Security),
            Designation(Workforce.V1.Office.Security, SecurityDeputy), Designation(Workforce.V1.Office.Privacy, BothOffices),
            Designation(Workforce.V1.Office.Security, BothOffices), Designation(Workforce.V1.Office.Privacy, FormerOfficer, until: "2021-12-31"),
            // Even these, so that it is the case that keeps them off and not the register.
            Designation(Workforce.V1.Office.Privacy, Supervisor), Designation(Workforce.V1.Office.Privacy, Reporter), Designation(Workforce.V1.Office.Security, Clerk),
        },
    };

    public static Workforce.V1.Designation Designation(Workforce.V1.Office office, MemberId member, string from = "2020-01-01", string until = "") =>
        new() { Id = Guid.CreateVersion7().ToString(), Office = office, MemberId = member.ToString(), From = from, Until = until };
}
