using NodaTime;
using Training.Hosting;

namespace Training.Completions;

internal enum DutySource
{
    Campaign = 1,
    Remediation = 2,
}

/// <summary>
/// What is to be learnt, by whom, until when: a campaign for everybody in its audience, or a remediation for one member. Kept, so that who
/// joins later is assigned too.
/// </summary>
internal sealed class Duty
{
    private readonly List<DutyScenario> _scenarios = [];

    public OrganisationId Organisation { get; private init; }

    /// <summary>The campaign's or the remediation's own id.</summary>
    public DutyId Id { get; private init; }

    public DutySource Source { get; private init; }

    public string Title { get; private init; } = "";

    public CurriculumId? Curriculum { get; private init; }

    public int CurriculumVersion { get; private init; }

    /// <summary>The only one whom it is for; nobody in particular for a campaign.</summary>
    public MemberId? Member { get; private init; }

    public int PhiExposures { get; private init; }

    public int Constituencies { get; private init; }

    public string JobRoles { get; private init; } = "";

    public string Sites { get; private init; } = "";

    public bool EphiAccessOnly { get; private init; }

    public LocalDate DueOn { get; private init; }

    /// <summary>Launched or ordered. What is passed from then on counts, even before the assignment itself is made.</summary>
    public DateTimeOffset Begun { get; private init; }

    public DateTimeOffset? Cancelled { get; private set; }

    public string CancelledBecause { get; private set; } = "";

    public IReadOnlyList<DutyScenario> Scenarios => _scenarios;

    public static Duty Campaign(
        OrganisationId organisation, DutyId id, string title, CurriculumId curriculum, int curriculumVersion,
        IEnumerable<ScenarioId> scenarios, Audience audience, LocalDate dueOn, DateTimeOffset launched)
    {
        var duty = new Duty
        {
            Organisation = organisation,
            Id = id,
            Source = DutySource.Campaign,
            Title = title,
            Curriculum = curriculum,
            CurriculumVersion = curriculumVersion,
            PhiExposures = Audience.Bits(audience.PhiExposures),
            Constituencies = Audience.Bits(audience.Constituencies),
            JobRoles = Audience.Joined(audience.JobRoles),
            Sites = Audience.Joined(audience.Sites),
            EphiAccessOnly = audience.EphiAccessOnly,
            DueOn = dueOn,
            Begun = launched,
        };
        duty.Require(scenarios);
        return duty;
    }

    public static Duty Remediation(
        OrganisationId organisation, DutyId id, string title, MemberId member, ScenarioId scenario, LocalDate dueOn, DateTimeOffset ordered)
    {
        var duty = new Duty
        {
            Organisation = organisation,
            Id = id,
            Source = DutySource.Remediation,
            Title = title,
            Member = member,
            DueOn = dueOn,
            Begun = ordered,
        };
        duty.Require([scenario]);
        return duty;
    }

    public void Cancel(DateTimeOffset at, string because) => (Cancelled, CancelledBecause) = (at, because);

    private void Require(IEnumerable<ScenarioId> scenarios) => _scenarios.AddRange(
        scenarios.Distinct().Select((scenario, position) =>
            new DutyScenario { Organisation = Organisation, Duty = Id, Scenario = scenario, Position = position }));
}

/// <summary>A scenario that must be passed.</summary>
internal sealed class DutyScenario
{
    public OrganisationId Organisation { get; init; }

    public DutyId Duty { get; init; }

    public ScenarioId Scenario { get; init; }

    public int Position { get; init; }
}
