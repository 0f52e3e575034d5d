using Training.Hosting;

namespace Training.Completions;

internal sealed class CampaignNotFound(DutyId id)
    : DomainError(ErrorKind.NotFound, $"There is no campaign {id} here. One that was just launched arrives within seconds: ask again.", "campaign_id");

internal sealed class AssignmentsOfNobody()
    : DomainError(ErrorKind.Invalid, "Say whose assignments to list: give campaign_id or member_id.");

internal sealed class AssignmentStateUnknown()
    : DomainError(ErrorKind.Invalid, "There is no such state. Give open, completed, overdue or closed, or leave it out for all of them.", "state");

internal sealed class NoMemberBehindToken()
    : DomainError(ErrorKind.NotAllowed, "This token names no member of the workforce, so nothing is its own. Sign in as a person.");

internal sealed class TranscriptOfSomebodyElse()
    : DomainError(ErrorKind.NotAllowed, "You can read your own transcript only. Officers, HR and auditors can read anybody's.", "member_id");
