using NodaTime;

namespace Training.Sanctions;

/// <summary>What a proposal must be like: within the policy's schedule, or with reasons.</summary>
internal static class DraftRules
{
    /// <summary>The draft as it will be signed: the policy's date for the training filled in where none was given.</summary>
    public static SanctionDraft Check(SanctionDraft draft, Case file, SanctionPolicy policy, int earlierViolations, Step step)
    {
        Wording.Required("finding", draft.Finding, step.At);
        Wording.Optional("reasons", draft.Reasons, step.At);
        if (draft.RemedialDueOn < step.Today)
            throw new RemedialDateGone(step.Today);
        if (draft.Level == 0)
            return WithoutSanction(draft);
        if (draft.Level is < 0 or > SanctionPolicy.HighestLevel)
            throw new LevelUnknown();
        var schedule = policy.ScheduleFor(file.Constituency);
        if (!schedule.Has(draft.Measure))
            throw new MeasureUnknown(schedule);
        if (draft.Reasons == "")
            RequireInside(draft, policy.Violation(file.ViolationCode), schedule, earlierViolations);
        return draft.RemedialDueOn is null ? draft with { RemedialDueOn = Due(policy.TrainingDays(draft.Level), step.Today) } : draft;
    }

    private static SanctionDraft WithoutSanction(SanctionDraft draft)
    {
        if (draft.Measure != "")
            throw new MeasureWithoutLevel();
        return draft.Reasons == "" ? throw new NoSanctionNeedsReasons() : draft;
    }

    private static void RequireInside(SanctionDraft draft, Violation violation, Schedule schedule, int earlierViolations)
    {
        if (draft.Level < violation.LowestLevel || draft.Level > violation.HighestLevel)
            throw new LevelOutsideCatalogue(violation);
        if (!schedule.Allows(draft.Measure, draft.Level, earlierViolations))
            throw new MeasureOutsideSchedule(schedule.Range(draft.Level, earlierViolations), draft.Level, earlierViolations);
    }

    private static LocalDate? Due(int? days, LocalDate today) => days is { } count ? today.PlusDays(count) : null;
}
