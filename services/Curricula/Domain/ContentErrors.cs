using Training.Hosting;

namespace Training.Curricula;

internal sealed class CurriculumCodeUnusable()
    : DomainError(ErrorKind.Invalid, $"The code names the curriculum for good: write lower-case words and digits joined by hyphens, such as 'yearly-refresher', at most {ContentRules.LongestCode} characters.", "content.code");

internal sealed class TextUnusable(string field, int longest)
    : DomainError(ErrorKind.Invalid, $"Write 1 to {longest} characters into '{field}', in one line and without control characters.", field);

internal sealed class ItemCountUnusable(int count)
    : DomainError(ErrorKind.Invalid, $"The curriculum has {count} scenarios. Give it 1 to {ContentRules.MostItems}.", "content.items");

internal sealed class ScenarioTwice(Guid scenario)
    : DomainError(ErrorKind.Invalid, $"Scenario {scenario} is in the curriculum twice. Name each scenario once.", "content.items");

internal sealed class StrandMissing(Guid scenario)
    : DomainError(ErrorKind.Invalid, $"Scenario {scenario} has no strand. Say whether it teaches privacy, security or their crossover.", "content.items");

internal sealed class ScenarioNotPublished(Guid scenario)
    : DomainError(ErrorKind.NotNow, $"No scenario {scenario} of your organisation is published as far as Curricula has heard. Publish it first; if that was just now, repeat in a moment.", "content.items");

internal sealed class AudienceValueUnknown(string field)
    : DomainError(ErrorKind.Invalid, $"'{field}' holds a value that does not exist. Use the contract's values, and codes of upper-case letters, digits and hyphens, as in the roster.", field);

internal sealed class AudienceContradictory()
    : DomainError(ErrorKind.Invalid, "Nobody can be in this audience: who has access to electronic PHI is exposed to PHI. Drop ephi_access_only, or add a higher exposure.", "content.audience");

internal sealed class MonthsOutOfRange(int months)
    : DomainError(ErrorKind.Invalid, $"{months} months between two turns are out of range. Give 0 (once) to {ContentRules.MostMonths}.", "content.every_months");

internal sealed class CitationCountUnusable(int count)
    : DomainError(ErrorKind.Invalid, $"The curriculum has {count} citations. Say at least by one why it is taught, by no more than 50.", "content.citations");

internal sealed class CitationStatusMissing(string source)
    : DomainError(ErrorKind.Invalid, $"The citation '{source}' has no status. Say whether its wording is verified, partly verified, or the organisation's policy.", "content.citations.status");

internal sealed class EditionOfPolicy(string source)
    : DomainError(ErrorKind.Invalid, $"The citation '{source}' is policy and cannot have an edition of the law. Leave the edition empty, or give the status of a law's citation.", "content.citations.edition");

internal sealed class DateNotReadable(string field)
    : DomainError(ErrorKind.Invalid, $"'{field}' is not a date. Write it as in 2027-01-31.", field);
