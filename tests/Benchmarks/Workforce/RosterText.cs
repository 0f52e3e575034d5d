using System.Globalization;
using System.Text;
using Training.Workforce.V1;

namespace Training.Benchmarks.Workforce;

/// <summary>A roster file of as many people as one likes, and the codes that it uses.</summary>
internal static class RosterText
{
    private const int PeoplePerManager = 20;

    private static readonly string[] Zones = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"];
    private static readonly string[] Constituencies = ["employee", "medical_staff", "trainee", "student", "volunteer", "agency", "contractor"];
    private static readonly string[] Exposures = ["none", "low", "medium", "high", "very_high"];

    public static RegisterCodesRequest Codes { get; } = new()
    {
        Sites = { Zones.Select((zone, i) => new Site { Code = $"SITE-{i}", Name = $"Hospital {i}", TimeZone = zone }) },
        JobRoles = { Enumerable.Range(0, 40).Select(i => new JobRole { Code = $"ROLE-{i}", Title = $"Job role {i}" }) },
    };

    public static string Of(int people)
    {
        var text = new StringBuilder(
            "employee_number|given_name|family_name|email|constituency|job_role|department|site|manager_number|phi_exposure|ephi_access|hired_on|status|left_on\n");
        for (var i = 0; i < people; i++)
        {
            var manager = i == 0 ? "" : (100_000 + (i / PeoplePerManager)).ToString(CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{100_000 + i}|Marguerite{i % 300}|Achterberg{i % 700}|marguerite.achterberg{i}@cedarvalley.example|")
                .Append(CultureInfo.InvariantCulture, $"{Constituencies[i % 7]}|ROLE-{i % 40}|Department of Care {i % 60}|SITE-{i % 4}|{manager}|{Exposures[i % 5]}|")
                .Append(CultureInfo.InvariantCulture, $"{(i % 3 == 0 ? "no" : "yes")}|20{i % 25:00}-{1 + (i % 12):00}-{1 + (i % 28):00}|{(i % 40 == 7 ? "on_leave" : "active")}|\n");
        }
        return text.ToString();
    }
}
