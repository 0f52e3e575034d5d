using NodaTime;
using Training.Hosting;

namespace Training.Sanctions;

/// <summary>What was handed off: by the incident's number in the system that it comes from.</summary>
internal sealed record Incident(
    string Number, string ViolationCode, MemberId Subject, DateTimeOffset Happened, DateTimeOffset FirstKnown, string Description);

internal sealed record PhiImpact(bool Involved, string Reason, MemberId By, DateTimeOffset Decided);

/// <summary>Every question of the policy with its answer, and the citations of what applies.</summary>
internal sealed record ExemptionScreening(IReadOnlyList<Answer> Answers, IReadOnlyList<string> Applies, MemberId By, DateTimeOffset Answered);

internal sealed record Answer(string Question, bool Yes);

/// <summary>Whether a security sanction that touches protected activity may be pursued, by somebody who has no part in the case.</summary>
internal sealed record IndependentReview(bool Proceed, string Reasons, MemberId By, DateTimeOffset Decided);

/// <summary>The technical or the compliance closure.</summary>
internal sealed record Closure(MemberId By, DateTimeOffset Signed, string Note);

/// <summary>One of the two keys.</summary>
internal sealed record Key(MemberId By, Office Office, DateTimeOffset Signed);

internal sealed record Execution(LocalDate On, string Reference, MemberId By, DateTimeOffset Recorded);

/// <summary>The decisions that the person trains again, in a scenario chosen for it.</summary>
internal sealed record Remediation(
    RemediationId Id, ScenarioId Scenario, string Title, IReadOnlyList<string> Decisions, LocalDate DueOn, DateTimeOffset Ordered, DateTimeOffset? Completed);
