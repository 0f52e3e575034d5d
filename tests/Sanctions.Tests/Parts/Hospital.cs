using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Training.Contracts;
using Training.Hosting;
using Training.Sanctions.V1;

namespace Training.Sanctions.Tests;

/// <summary>The service as it runs, with people, officers and the shipped policy; and the steps of a case in short words.</summary>
internal sealed class Hospital : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private Hospital(ServiceUnderTest service)
    {
        Service = service;
        Cases = new Cases.CasesClient(service.Channel);
        Policies = new SanctionPolicies.SanctionPoliciesClient(service.Channel);
    }

    public ServiceUnderTest Service { get; }

    public Cases.CasesClient Cases { get; }

    public SanctionPolicies.SanctionPoliciesClient Policies { get; }

    public static string Document { get; } = File.ReadAllText(RepositoryRoot.At("content/sanctions/policy.yaml"));

    /// <summary>Without policy, people and officers.</summary>
    public static async Task<Hospital> StartEmptyAsync(string provider) => new(await ServiceUnderTest.StartAsync(SanctionsUnderTest.Module, provider));

    public static async Task<Hospital> StartAsync(string provider)
    {
        var hospital = await StartEmptyAsync(provider);
        await hospital.SettleAsync(Somebody.Hospital);
        return hospital;
    }

    public async Task SettleAsync(OrganisationId organisation)
    {
        await Service.DeliverAsync(People.Roster(), organisation);
        await Service.DeliverAsync(People.Officers(), organisation);
        await Policies.PublishPolicyAsync(new PublishPolicyRequest { Document = Document }, Service.Call(Role.PrivacyOfficer, People.Privacy, organisation));
    }

    public Metadata As(Role role, MemberId? member) => Service.Call(role, member);

    public static HandOffIncidentRequest Incident(string number = "INC-1", string code = "P01", MemberId? subject = null, int daysAgo = 10) => new()
    {
        Incident = number,
        ViolationCode = code,
        MemberId = (subject ?? People.Clerk).ToString(),
        Happened = Now.AddDays(-daysAgo).ToTimestamp(),
        FirstKnownByWorkforce = Now.AddDays(-daysAgo).AddHours(2).ToTimestamp(),
        Description = "A referral for one patient was faxed to a wrong number; the recipient called and destroyed it.",
    };

    public AsyncUnaryCall<V1.Case> HandOff(HandOffIncidentRequest? incident = null, MemberId? by = null) =>
        Cases.HandOffIncidentAsync(incident ?? Incident(), As(Role.Manager, by ?? People.Reporter));

    public AsyncUnaryCall<V1.Case> DecidePhi(V1.Case file, MemberId? by = null) =>
        Cases.DecidePhiImpactAsync(
            new DecidePhiImpactRequest { CaseId = file.Id, CaseVersion = file.Version, PhiInvolved = true, Reason = "The fax held a referral." },
            As(Role.PrivacyOfficer, by ?? People.Privacy));

    public AsyncUnaryCall<V1.Case> Answer(V1.Case file, MemberId? by = null, params string[] yes) =>
        Cases.AnswerExemptionQuestionsAsync(
            new AnswerExemptionQuestionsRequest { CaseId = file.Id, CaseVersion = file.Version, Answers = { Answers(yes) } },
            As(Role.PrivacyOfficer, by ?? People.Privacy));

    public static IEnumerable<V1.Answer> Answers(params string[] yes) =>
        PolicyReader.Read(Document).Policy!.Questions.Select(question => new V1.Answer { QuestionId = question.Id, Yes = yes.Contains(question.Id) });

    public AsyncUnaryCall<V1.Case> Technical(V1.Case file, MemberId? by = null) => Cases.SignTechnicalClosureAsync(
        new SignClosureRequest { CaseId = file.Id, CaseVersion = file.Version, Note = "The stale number was removed from the directory." }, As(Role.SecurityOfficer, by ?? People.Security));

    public AsyncUnaryCall<V1.Case> Compliance(V1.Case file, MemberId? by = null) => Cases.SignComplianceClosureAsync(
        new SignClosureRequest { CaseId = file.Id, CaseVersion = file.Version, Note = "Assessed, mitigated and documented." }, As(Role.PrivacyOfficer, by ?? People.Privacy));

    public static ProposeSanctionRequest Proposal(V1.Case file, int level = 1, string measure = "coaching", string reasons = "") => new()
    {
        CaseId = file.Id,
        CaseVersion = file.Version,
        Office = Workforce.V1.Office.Privacy,
        Finding = "The number was taken from an old referral and not confirmed.",
        Level = level,
        Measure = measure,
        Reasons = reasons,
    };

    public AsyncUnaryCall<V1.Case> Propose(V1.Case file, MemberId? by = null, ProposeSanctionRequest? request = null) =>
        Cases.ProposeSanctionAsync(request ?? Proposal(file), As(Role.PrivacyOfficer, by ?? People.Privacy));

    public AsyncUnaryCall<V1.Case> Sign(V1.Case file, MemberId? by = null, Workforce.V1.Office office = Workforce.V1.Office.Security, ByteString? hash = null) =>
        Cases.SignSanctionAsync(
            new SignSanctionRequest { CaseId = file.Id, CaseVersion = file.Version, Office = office, DocumentHash = hash ?? file.Proposal?.DocumentHash ?? ByteString.Empty },
            As(Role.SecurityOfficer, by ?? People.Security));

    public AsyncUnaryCall<V1.Case> Execute(V1.Case file, MemberId? by = null, string? on = null) => Cases.ExecuteSanctionAsync(
        new ExecuteSanctionRequest { CaseId = file.Id, CaseVersion = file.Version, ExecutedOn = on ?? Today, Reference = "HR-2026-000417" }, As(Role.Hr, by ?? People.Hr));

    public AsyncUnaryCall<V1.Case> Get(string id) => Cases.GetCaseAsync(new GetCaseRequest { Id = id }, As(Role.Auditor, People.Auditor));

    /// <summary>The date at the members' site.</summary>
    public static string Today => NodaTime.Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow())
        .InZone(NodaTime.DateTimeZoneProviders.Tzdb["America/Chicago"]).Date.ToString("uuuu-MM-dd", null);

    /// <summary>A case on which PHI impact, exemption and both closures are done.</summary>
    public async Task<V1.Case> PreparedAsync(HandOffIncidentRequest? incident = null)
    {
        var file = await HandOff(incident);
        file = await DecidePhi(file);
        file = await Answer(file);
        file = await Technical(file);
        return await Compliance(file);
    }

    public async Task<V1.Case> SignedAsync(HandOffIncidentRequest? incident = null, int level = 1, string measure = "coaching")
    {
        var file = await PreparedAsync(incident);
        file = await Propose(file, request: Proposal(file, level, measure));
        return await Sign(file);
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
