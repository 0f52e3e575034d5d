using NodaTime;
using Training.Hosting;

namespace Training.Sanctions;

internal sealed class LevelUnknown()
    : DomainError(ErrorKind.Invalid, $"Level is 1 to {SanctionPolicy.HighestLevel}, or 0 for no sanction.", "level");

internal sealed class LevelOutsideCatalogue(Violation violation)
    : DomainError(ErrorKind.Invalid, $"The catalogue has {violation.Code} at level {violation.LowestLevel} to {violation.HighestLevel}. Choose one of these, or give the reasons for another in 'reasons'.", "level");

internal sealed class MeasureUnknown(Schedule schedule)
    : DomainError(ErrorKind.Invalid, $"The policy has no such measure for this constituency. Send one of {string.Join(", ", schedule.Measures.Select(m => m.Name))}.", "measure");

internal sealed class MeasureOutsideSchedule(MeasureRange range, int level, int earlier)
    : DomainError(ErrorKind.Invalid, $"At level {level} after {earlier} earlier violation(s) the schedule allows {range}. Choose a measure of it, or give the reasons for another in 'reasons'.", "measure");

internal sealed class MeasureWithoutLevel()
    : DomainError(ErrorKind.Invalid, "Level 0 is no sanction and has no measure. Leave 'measure' empty, or send the level that it belongs to.", "measure");

internal sealed class NoSanctionNeedsReasons()
    : DomainError(ErrorKind.Invalid, "By policy 'no sanction' is documented with its reasons, as any other outcome is. Give them in 'reasons'.", "reasons");

internal sealed class RemedialDateGone(LocalDate today)
    : DomainError(ErrorKind.Invalid, $"'remedial_due_on' lies in the past. Send a date from today ({today:uuuu-MM-dd}) on, or nothing for the policy's.", "remedial_due_on");
