using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Training.Curricula.V1;
using Training.Sanctions.V1;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.Completions.Tests;

/// <summary>What the other services tell, with usual values where a test does not care.</summary>
internal static class Told
{
    public const string FarFuture = "2090-06-30";

    /// <summary>When the campaigns of the tests begin, unless a test says otherwise.</summary>
    public static readonly DateTimeOffset Launch = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().AddHours(-1).ToUnixTimeMilliseconds());

    public static Guid Id() => Guid.CreateVersion7();

    public static Member Member(
        string name, long version = 1, MemberStatus status = MemberStatus.Active, PhiExposure exposure = PhiExposure.High, string zone = "America/New_York",
        string site = "MAIN", string role = "RN", Constituency constituency = Constituency.Employee, bool ephi = true) => new()
    {
        Id = Somebody.Named(name).ToString(),
        GivenName = name,
        Constituency = constituency,
        JobRole = role,
        Site = site,
        TimeZone = zone,
        PhiExposure = exposure,
        EphiAccess = ephi,
        Status = status,
        Version = version,
    };

    public static MembersChanged Members(params IEnumerable<Member> members) => new() { Members = { members } };

    public static CampaignLaunched Launched(Guid campaign, Guid[] scenarios, Curricula.V1.Audience? audience = null, string dueOn = FarFuture, DateTimeOffset? at = null) => new()
    {
        CampaignId = campaign.ToString(),
        Title = "Yearly refresher",
        CurriculumId = Guid.CreateVersion7().ToString(),
        CurriculumVersion = 3,
        CurriculumTitle = "Privacy and security",
        ScenarioIds = { scenarios.Select(scenario => scenario.ToString()) },
        Audience = audience ?? new Curricula.V1.Audience(),
        DueOn = dueOn,
        Launched = (at ?? Launch).ToTimestamp(),
    };

    public static CampaignCancelled Cancelled(Guid campaign, DateTimeOffset? at = null) =>
        new() { CampaignId = campaign.ToString(), Reason = "wrong audience", Cancelled = (at ?? Launch.AddMinutes(50)).ToTimestamp() };

    public static RemediationOrdered Remediation(Guid remediation, string name, Guid scenario, string dueOn = FarFuture) => new()
    {
        RemediationId = remediation.ToString(),
        CaseId = Guid.CreateVersion7().ToString(),
        MemberId = Somebody.Named(name).ToString(),
        ScenarioId = scenario.ToString(),
        Title = "The fax, again",
        Decisions = { "F1" },
        DueOn = dueOn,
        Ordered = Launch.ToTimestamp(),
    };

    /// <param name="name">Who ran it.</param>
    /// <param name="scenario">What.</param>
    /// <param name="minute">Minutes after <see cref="Launch"/> at which it ended.</param>
    /// <param name="passed">Whether it was passed.</param>
    /// <param name="run">Its id, if a test asks for it.</param>
    public static RunFinished Run(string name, Guid scenario, double minute = 10, bool passed = true, Guid? run = null)
    {
        var id = run ?? Guid.CreateVersion7();
        return new RunFinished
        {
            RunId = id.ToString(),
            MemberId = Somebody.Named(name).ToString(),
            ScenarioId = scenario.ToString(),
            ScenarioVersion = 2,
            ScenarioCode = "faxing-registration",
            ScenarioTitle = "The referral fax",
            Family = "F",
            Started = Launch.AddMinutes(minute - 5).ToTimestamp(),
            Finished = Launch.AddMinutes(minute).ToTimestamp(),
            Passed = passed,
            EvidenceHash = ByteString.CopyFrom(SHA256.HashData(Encoding.UTF8.GetBytes(id.ToString()))),
        };
    }
}
