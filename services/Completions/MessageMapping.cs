using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using NodaTime.Text;

namespace Training.Completions;

/// <summary>This service's words as messages.</summary>
internal static class MessageMapping
{
    public static V1.Assignment ToMessage(this AssignmentView view, DateTimeOffset now)
    {
        var (assignment, duty) = (view.Assignment, view.Duty);
        var message = new V1.Assignment
        {
            Id = assignment.Id.ToString(),
            MemberId = assignment.Member.ToString(),
            Source = (V1.AssignmentSource)duty.Source,
            SourceId = duty.Id.ToString(),
            Title = duty.Title,
            CurriculumId = duty.Curriculum?.ToString() ?? "",
            CurriculumVersion = duty.CurriculumVersion,
            State = StateOf(assignment, now),
            Assigned = assignment.Assigned.ToTimestamp(),
            DueOn = LocalDatePattern.Iso.Format(duty.DueOn),
            Due = assignment.Due.ToTimestamp(),
            Completed = assignment.Completed?.ToTimestamp(),
            ClosedBecause = Reason(assignment, duty),
        };
        message.Items.AddRange(view.Scenarios.Select(scenario => ToItem(scenario, view.Attempts)));
        return message;
    }

    public static V1.CampaignProgress ToMessage(this Progress progress) => new()
    {
        CampaignId = progress.Campaign.ToString(),
        Assigned = progress.Assigned,
        Started = progress.Started,
        Completed = progress.Completed,
        Overdue = progress.Overdue,
        Closed = progress.Closed,
        At = progress.At.ToTimestamp(),
    };

    public static V1.TranscriptEntry ToMessage(this TranscriptEntry entry) => entry.Completion is not null
        ? new V1.TranscriptEntry { Completion = entry.Completion.ToMessage() }
        : new V1.TranscriptEntry { Attempt = entry.Attempt!.ToMessage() };

    public static V1.Completion ToMessage(this Completion completion)
    {
        var message = new V1.Completion
        {
            Id = completion.Id.ToString(),
            MemberId = completion.Member.ToString(),
            AssignmentId = completion.Assignment.ToString(),
            Source = (V1.AssignmentSource)completion.Source,
            SourceId = completion.Duty.ToString(),
            Title = completion.Title,
            CurriculumId = completion.Curriculum?.ToString() ?? "",
            CurriculumVersion = completion.CurriculumVersion,
            Completed = completion.Completed.ToTimestamp(),
            EvidenceHash = ByteString.CopyFrom(completion.EvidenceHash),
        };
        message.Passed.AddRange(completion.Passed.Select(ToMessage));
        return message;
    }

    private static V1.PassedScenario ToMessage(PassedScenario passed) => new()
    {
        ScenarioId = passed.Scenario.ToString(),
        ScenarioVersion = passed.ScenarioVersion,
        ScenarioTitle = passed.ScenarioTitle,
        RunId = passed.Run.ToString(),
        Finished = passed.Finished.ToTimestamp(),
        EvidenceHash = ByteString.CopyFrom(passed.EvidenceHash),
    };

    public static V1.Attempt ToMessage(this Attempt attempt) => new()
    {
        RunId = attempt.Run.ToString(),
        MemberId = attempt.Member.ToString(),
        ScenarioId = attempt.Scenario.ToString(),
        ScenarioVersion = attempt.ScenarioVersion,
        ScenarioTitle = attempt.ScenarioTitle,
        Passed = attempt.Passed,
        Finished = attempt.Finished.ToTimestamp(),
        EvidenceHash = ByteString.CopyFrom(attempt.EvidenceHash),
        Provider = attempt.Provider,
        Course = attempt.Course,
        Reference = attempt.Reference,
    };

    public static V1.Equivalent ToMessage(this Equivalent equivalent) => new()
    {
        Id = equivalent.Id.ToString(),
        Provider = equivalent.Provider,
        Course = equivalent.Course,
        Title = equivalent.Title,
        ScenarioId = equivalent.Scenario.ToString(),
        Reason = equivalent.Reason,
        AcceptedBy = equivalent.AcceptedBy.ToString(),
        Accepted = equivalent.Accepted.ToTimestamp(),
    };

    private static V1.AssignmentItem ToItem(ScenarioId scenario, IReadOnlyList<Attempt> attempts)
    {
        var item = new V1.AssignmentItem { ScenarioId = scenario.ToString(), Attempts = attempts.Count(attempt => attempt.Scenario == scenario) };
        if (attempts.FirstOrDefault(attempt => attempt.Scenario == scenario && attempt.Passed) is { } pass)
            (item.Passed, item.PassedRunId, item.PassedVersion) = (pass.Finished.ToTimestamp(), pass.Run.ToString(), pass.ScenarioVersion);
        return item;
    }

    private static V1.AssignmentState StateOf(Assignment assignment, DateTimeOffset now) => assignment.State switch
    {
        AssignmentState.Completed => V1.AssignmentState.Completed,
        AssignmentState.Closed => V1.AssignmentState.Closed,
        _ => assignment.IsOverdue(now) ? V1.AssignmentState.Overdue : V1.AssignmentState.Open,
    };

    private static string Reason(Assignment assignment, Duty duty) => assignment.ClosedBecause switch
    {
        ClosedBecause.Left => "The member left.",
        ClosedBecause.OutsideAudience => "The campaign is no longer for this member: their role, site or access has changed.",
        ClosedBecause.Cancelled => $"The campaign was cancelled: {duty.CancelledBecause}",
        _ => "",
    };
}
