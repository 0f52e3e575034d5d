using Training.Contracts;
using Training.Hosting;

namespace Training.Sanctions.Tests;

/// <summary>A case in the hands of random people who try any step at any time, with any version of it before them.</summary>
internal sealed class CaseModel
{
    private static readonly SanctionPolicy Policy = PolicyReader.Read(Hospital.Document).Policy!;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly OfficerRegister Register = new()
    {
        Designations = [.. People.Officers().Designations.Select(one => new Designation(
            (Office)one.Office, new MemberId(Guid.Parse(one.MemberId)), new NodaTime.LocalDate(2020, 1, 1), one.Until == "" ? null : new NodaTime.LocalDate(2021, 12, 31)))],
    };

    private readonly Random _random;
    private readonly MemberId? _managerLater;
    private DateTimeOffset _now = Start;

    public CaseModel(int seed)
    {
        _random = new Random(seed);
        // Sometimes the subject gets another manager while the case is open, sometimes an officer.
        _managerLater = _random.Next(3) switch { 0 => People.Supervisor, 1 => People.Privacy, _ => People.Nurse };
        var code = _random.Next(3) == 0 ? "S03" : "P01";
        var reporter = _random.Next(4) switch { 0 => null, 1 => (MemberId?)People.PrivacyDeputy, _ => People.Reporter };
        var subject = new Person { Id = People.Clerk, LineManager = People.Supervisor, Constituency = Constituency.Employee, TimeZone = "America/Chicago" };
        File = Case.HandOff(
            new CaseId(Guid.CreateVersion7(Start)), new Incident("INC-1", code, People.Clerk, Start.AddDays(-3), Start.AddDays(-2), "A fax went to a wrong number."), subject, Policy, 1,
            new Caller(Somebody.Hospital, reporter, "test", new HashSet<Role>()), Start);
    }

    public Case File { get; }

    public IReadOnlySet<MemberId> Forbidden => new[] { People.Clerk, People.Supervisor, _managerLater, File.HandedOffBy }.OfType<MemberId>().ToHashSet();

    /// <returns>The step that was taken, or the refusal.</returns>
    public string TryOne()
    {
        _now = _now.AddMinutes(1);
        var (version, state) = (File.Version, File.State);
        var who = _random.Next(20) == 0 ? null : (MemberId?)People.All[_random.Next(People.All.Count)];
        var step = new Step(who, _random.Next(8) == 0 ? _random.Next(0, 12) : File.Version, _now, _managerLater, "America/Chicago");
        try
        {
            var name = Take(step);
            Assert.Equal(version + 1, File.Version);
            return name;
        }
        catch (DomainError refused)
        {
            Assert.Equal((version, state), (File.Version, File.State));
            return refused.Code;
        }
    }

    private string Take(Step step)
    {
        switch (_random.Next(9))
        {
            case 0:
                File.DecidePhiImpact(step, Register, true, "A referral.");
                return "decided";
            case 1:
                var yes = _random.Next(5) == 0 ? "complaint-filed" : "";
                File.AnswerExemption(step, Register, Policy, [.. Policy.Questions.Select(question => new Answer(question.Id, question.Id == yes))]);
                return "answered";
            case 2:
                File.RecordReview(step, _random.Next(2) == 0, "Looked into it.");
                return "reviewed";
            case 3:
                File.SignTechnicalClosure(step, Register, "Ended.");
                return "technical";
            case 4:
                File.SignComplianceClosure(step, Register, "Documented.");
                return "compliance";
            case 5:
                var level = _random.Next(6) == 0 ? 0 : 2;
                File.Propose(step, AnyOffice(), Register, new SanctionDraft("Not confirmed.", level, level == 0 ? "" : "written-warning", "For reasons.", null), Policy, 0);
                return "proposed";
            case 6:
                var hash = _random.Next(6) == 0 ? new byte[32] : File.Proposal?.DocumentHash ?? [];
                File.Sign(step, AnyOffice(), Register, hash, _random.Next(8) == 0 ? 1 : 0);
                if (File.State == CaseState.Signed && _random.Next(3) > 0)
                    File.OrderRemediation(new Remediation(new RemediationId(Guid.CreateVersion7(_now)), default, "Again", ["F1"], step.Today, _now, null));
                return "signed";
            case 7:
                File.Execute(step, step.Today, "HR-1");
                return "executed";
            default:
                if (File.Remediation is not { Completed: null })
                    throw new NoReviewAsked();
                File.CompleteRemediation(_now, _now);
                return "trained";
        }
    }

    private Office AnyOffice() => _random.Next(2) == 0 ? Office.Privacy : Office.Security;
}
