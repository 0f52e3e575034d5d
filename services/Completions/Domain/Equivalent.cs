using Training.Hosting;

namespace Training.Completions;

/// <summary>Another provider's course that an officer accepted as equal to a scenario: who passes it there has passed the scenario.</summary>
internal sealed class Equivalent
{
    public const int LongestName = 100;
    public const int LongestTitle = 200;
    public const int LongestReason = 500;

    public OrganisationId Organisation { get; private init; }

    public EquivalentId Id { get; private init; }

    public string Provider { get; private init; } = "";

    public string Course { get; private init; } = "";

    public string Title { get; private init; } = "";

    public ScenarioId Scenario { get; private init; }

    public string Reason { get; private init; } = "";

    public MemberId AcceptedBy { get; private init; }

    public DateTimeOffset Accepted { get; private init; }

    public static Equivalent Accept(EquivalentId id, CourseOffer offer, Caller caller, DateTimeOffset now) => new()
    {
        Organisation = caller.Organisation,
        Id = id,
        Provider = Line("provider", offer.Provider, LongestName),
        Course = Line("course", offer.Course, LongestName),
        Title = Line("title", offer.Title, LongestTitle),
        Scenario = offer.Scenario,
        Reason = Line("reason", offer.Reason, LongestReason),
        AcceptedBy = caller.Member ?? throw new OnlyPeopleAccept(),
        Accepted = now,
    };

    /// <summary>A pass of the course, as an attempt at the scenario.</summary>
    public Attempt Passed(RunId id, MemberId member, CoursePass pass) => new()
    {
        Organisation = Organisation,
        Run = id,
        Member = member,
        Scenario = Scenario,
        ScenarioTitle = Title,
        Passed = true,
        Finished = pass.At,
        EvidenceHash = pass.EvidenceHash,
        Provider = Provider,
        Course = Course,
        Reference = pass.Reference,
    };

    /// <exception cref="LineUnusable">It is empty, too long, or no line.</exception>
    public static string Line(string field, string text, int longest) =>
        text.Length > 0 && text.Length <= longest && !text.Any(char.IsControl) && text.Trim().Length == text.Length ? text : throw new LineUnusable(field, longest);
}

internal readonly record struct EquivalentId(Guid Value) : ITypedId<EquivalentId>
{
    public static EquivalentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A course, the scenario that it would stand for, and why it is as good.</summary>
internal sealed record CourseOffer(string Provider, string Course, string Title, ScenarioId Scenario, string Reason);

/// <summary>That somebody passed a course, as its provider tells it.</summary>
internal sealed record CoursePass(string Provider, string Course, string Reference, DateTimeOffset At, byte[] EvidenceHash)
{
    private const int HashLength = 32;

    /// <exception cref="PassUnusable">Its instant lies in the future or before the duty.</exception>
    public void Check(Duty duty, DateTimeOffset now)
    {
        Equivalent.Line("reference", Reference, Equivalent.LongestName);
        if (EvidenceHash.Length != HashLength)
            throw new EvidenceHashUnusable();
        if (At < duty.Begun || At > now)
            throw new PassUnusable(duty.Begun);
    }
}
