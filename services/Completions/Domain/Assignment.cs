using Training.Hosting;

namespace Training.Completions;

internal enum AssignmentState
{
    Open = 1,
    Completed = 2,
    Closed = 3,
}

internal enum ClosedBecause
{
    Left = 1,
    OutsideAudience = 2,
    Cancelled = 3,
}

/// <summary>That a member owes a duty. One for each pair, made and closed by the statements in Data/AssignmentStatements.cs, completed here.</summary>
internal sealed class Assignment
{
    public OrganisationId Organisation { get; private init; }

    public DutyId Duty { get; private init; }

    public MemberId Member { get; private init; }

    public AssignmentId Id { get; private init; }

    public AssignmentState State { get; private set; }

    /// <summary>There is an attempt at one of its scenarios.</summary>
    public bool Started { get; private init; }

    public DateTimeOffset Assigned { get; private init; }

    /// <summary>The first instant after the due date at the member's site.</summary>
    public DateTimeOffset Due { get; private init; }

    public DateTimeOffset? Completed { get; private set; }

    public DateTimeOffset? Closed { get; private set; }

    public ClosedBecause? ClosedBecause { get; private set; }

    /// <summary>Which change of the organisation's record made it, or an attempt that counts for it, what it is.</summary>
    public long Change { get; private init; }

    public bool IsOverdue(DateTimeOffset now) => State == AssignmentState.Open && Due <= now;

    /// <summary>
    /// Whether an attempt counts for it: not one from before the duty, nor from after it was taken back; and what was ordered after a violation is done here.
    /// </summary>
    public bool Counts(Attempt attempt, Duty duty) =>
        attempt.Finished >= duty.Begun && (Closed is null || attempt.Finished <= Closed) && (attempt.Provider == "" || duty.Source == DutySource.Campaign);

    /// <summary>Completes it when every scenario of its duty is passed; the first pass of each counts.</summary>
    /// <returns>The entry for the ledger, or null while something is missing.</returns>
    public Completion? CompleteWith(IEnumerable<Attempt> attempts, Duty duty, CompletionId id)
    {
        var passed = attempts.Where(attempt => attempt.Passed && Counts(attempt, duty))
            .OrderBy(attempt => attempt.Finished).ThenBy(attempt => attempt.Run.Value)
            .DistinctBy(attempt => attempt.Scenario)
            .ToList();
        if (duty.Scenarios.Count == 0 || duty.Scenarios.Any(required => passed.All(pass => pass.Scenario != required.Scenario)))
            return null;
        var completion = Completion.Of(id, this, duty, passed);
        (State, Completed, Closed, ClosedBecause) = (AssignmentState.Completed, completion.Completed, null, null);
        return completion;
    }
}
