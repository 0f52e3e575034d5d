using Training.Hosting;

namespace Training.Completions;

internal sealed class CampaignNotFound(DutyId id)
    : DomainError(ErrorKind.NotFound, $"There is no campaign {id} here. One that was just launched arrives within seconds: ask again.", "campaign_id");

internal sealed class AssignmentNotFound(AssignmentId id)
    : DomainError(ErrorKind.NotFound, $"There is no assignment {id}. List the assignments to find its id.", "assignment_id");

internal sealed class AssignmentOrderUnknown()
    : DomainError(ErrorKind.Invalid, "There is no such order. Give the due date, or leave it out for the oldest first.", "order");

internal sealed class DateNotReadable(string field)
    : DomainError(ErrorKind.Invalid, $"'{field}' is not a date. Send an ISO date such as 2026-03-31.", field);

internal sealed class InstantNotReadable(string field)
    : DomainError(ErrorKind.Invalid, $"'{field}' is missing or not an instant. Send one between the years 1 and 9999.", field);

internal sealed class LineUnusable(string field, int longest)
    : DomainError(ErrorKind.Invalid, $"'{field}' has 1 to {longest} characters on one line, without spaces around them.", field);

internal sealed class OnlyPeopleAccept()
    : DomainError(ErrorKind.NotAllowed, "Only a human being can accept a course, and your token names none. Sign in as yourself.");

internal sealed class ScenarioNotAssigned(ScenarioId id)
    : DomainError(ErrorKind.NotFound, $"No campaign here asks for a scenario {id}. Launch one that does; if that was just now, repeat in a moment.", "scenario_id");

internal sealed class EquivalentNotAccepted(string provider, string course)
    : DomainError(ErrorKind.NotNow, $"No officer has accepted course '{course}' of '{provider}' for a scenario of this assignment. Let the privacy or security officer call AcceptEquivalent first.", "course");

internal sealed class RemediationIsDoneHere()
    : DomainError(ErrorKind.NotNow, "This assignment was ordered after a violation and is done in the scenario itself. Let the member start it.", "assignment_id");

internal sealed class PassUnusable(DateTimeOffset from)
    : DomainError(ErrorKind.Invalid, $"'passed' lies in the future, or before the campaign began at {from:yyyy-MM-ddTHH:mm:ssZ}. Only what is passed since then counts.", "passed");

internal sealed class EvidenceHashUnusable()
    : DomainError(ErrorKind.Invalid, "'evidence_hash' is not 32 bytes. Send the SHA-256 of the evidence that you keep.", "evidence_hash");

internal sealed class ReferenceTaken(string reference)
    : DomainError(ErrorKind.AlreadyExists, $"Reference '{reference}' of this provider tells another pass already. Give every pass a number of its own.", "reference");

internal sealed class AssignmentStateUnknown()
    : DomainError(ErrorKind.Invalid, "There is no such state. Give open, completed, overdue or closed, or leave it out for all of them.", "state");

internal sealed class NoMemberBehindToken()
    : DomainError(ErrorKind.NotAllowed, "This token names no member of the workforce, so nothing is its own. Sign in as a person.");

internal sealed class TranscriptOfSomebodyElse()
    : DomainError(ErrorKind.NotAllowed, "You can read your own transcript only. Officers, HR and auditors can read anybody's.", "member_id");
