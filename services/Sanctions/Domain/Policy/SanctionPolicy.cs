namespace Training.Sanctions;

/// <summary>The organisation's sanction policy, as its document states it.</summary>
internal sealed record SanctionPolicy(
    string Title,
    int LookBackMonths,
    IReadOnlyList<SanctionLevel> Levels,
    IReadOnlyList<Violation> Violations,
    IReadOnlyList<Schedule> Schedules,
    IReadOnlyList<Exemption> Exemptions)
{
    public const int HighestLevel = 4;

    public IEnumerable<ExemptionQuestion> Questions => Exemptions.SelectMany(exemption => exemption.Questions);

    public Violation Violation(string code) =>
        Violations.FirstOrDefault(violation => violation.Code == code) ?? throw new ViolationNotInCatalogue(Violations);

    public Schedule ScheduleFor(Constituency constituency) => Schedules.Single(schedule => schedule.For.Contains(constituency));

    /// <summary>Days until remedial training is due; null where the level asks for none.</summary>
    public int? TrainingDays(int level) => Levels.FirstOrDefault(one => one.Number == level)?.TrainingDays;

    /// <summary>The citations of the exemptions whose every condition holds.</summary>
    public IReadOnlyList<string> Applying(IReadOnlySet<string> answeredYes) =>
        [.. Exemptions.Where(exemption => exemption.Applies(answeredYes)).Select(exemption => exemption.Citation)];
}

/// <summary>How grave a violation is, from 1; with the days within which remedial training is due.</summary>
internal sealed record SanctionLevel(int Number, string Name, string Meaning, int? TrainingDays);
