using NodaTime;
using Training.Hosting;

namespace Training.Curricula;

internal sealed class CampaignNotFound(CampaignId id)
    : DomainError(ErrorKind.NotFound, $"There is no campaign {id}. List the campaigns to find its id.");

internal sealed class VersionNotInForce(int version, CurriculumState state)
    : DomainError(ErrorKind.NotNow, $"Version {version} is {state.ToString().ToLowerInvariant()}; only the published version of a curriculum is given to people. Launch that one.");

internal sealed class DueDateTooEarly(LocalDate earliest)
    : DomainError(ErrorKind.Invalid, $"Everybody needs a day at least, wherever they work. Choose {earliest:uuuu-MM-dd} or later.", "due_on");

internal sealed class CampaignStillRuns(CampaignId id, LocalDate due)
    : DomainError(ErrorKind.NotNow, $"Campaign {id} already gives this version to the same people until {due:uuuu-MM-dd}. Cancel it first, or wait until it has ended.");

internal sealed class CampaignCancelledAlready(CampaignId id)
    : DomainError(ErrorKind.NotNow, $"Campaign {id} is cancelled already; there is nothing left to do.");

internal sealed class CampaignOrderUnknown()
    : DomainError(ErrorKind.Invalid, "There is no such order. Give the due date, or leave it out for the newest first.", "order");
