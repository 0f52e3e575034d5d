using NodaTime;
using Training.Hosting;

namespace Training.Workforce;

internal sealed class OrganisationNotRegistered()
    : DomainError(ErrorKind.NotFound, "The organisation that your token names is not registered. Ask an operator to call RegisterOrganisation with a token of this organisation.");

internal sealed class OrganisationRegisteredOtherwise(string name, int limit)
    : DomainError(ErrorKind.AlreadyExists, $"This organisation is registered already, as '{name}' with a leavers' limit of {limit} %. Send the same again, or use a token of another organisation.");

internal sealed class OrganisationNameUnusable()
    : DomainError(ErrorKind.Invalid, $"An organisation's name has 1 to {Text.LongestName} characters and no control characters.", "name");

internal sealed class LeaversLimitUnusable(int percent)
    : DomainError(ErrorKind.Invalid, $"A leavers' limit of {percent} % is not possible. Give 1 to 100, or 0 for the usual 10 %.", "leavers_limit_percent");

internal sealed class CodeUnusable(int longest)
    : DomainError(ErrorKind.Invalid, $"A code has 1 to {longest} upper-case letters (A-Z), digits and hyphens, such as RN or NORTH-2.", "code");

internal sealed class CodeNamedTwice(string code)
    : DomainError(ErrorKind.Invalid, $"The code {code} is named twice in this request. Name each site and each job role once.", "code");

internal sealed class CodeNameUnusable(string code)
    : DomainError(ErrorKind.Invalid, $"What {code} stands for must be told in 1 to {Text.LongestName} characters, without control characters.");

internal sealed class TimeZoneUnknown(string site)
    : DomainError(ErrorKind.Invalid, $"The time zone of site {site} is not in the IANA time zone database. Give a name such as America/Chicago.", "time_zone");

internal sealed class TooManyCodes(int given, int most)
    : DomainError(ErrorKind.TooMuch, $"{given} codes are too many for one request. Register at most {most} at once.");

internal sealed class DateUnreadable(string field)
    : DomainError(ErrorKind.Invalid, $"'{field}' is not a date. Send an ISO date such as 2026-03-31.", field);

internal sealed class MemberNotFound()
    : DomainError(ErrorKind.NotFound, "There is no such member on this organisation's roster. List the members to find the id.");

internal sealed class FilterValueUnknown(string field)
    : DomainError(ErrorKind.Invalid, $"'{field}' holds a value that does not exist, so nobody could be found. Use the contract's values, or leave it out.", field);

internal sealed class MemberOrderUnknown()
    : DomainError(ErrorKind.Invalid, "There is no such order. Give name or employee number, or leave it out for the order in which members joined.", "order");

internal sealed class MemberHasLeft(LocalDate leftOn)
    : DomainError(ErrorKind.NotNow, $"This member left on {leftOn:uuuu-MM-dd}. Designate somebody of the present workforce.", "member_id");

internal sealed class OfficeUnknown()
    : DomainError(ErrorKind.Invalid, "Say which office: OFFICE_PRIVACY or OFFICE_SECURITY.", "office");

internal sealed class OfficeHeld(DesignationId by)
    : DomainError(ErrorKind.NotNow, $"Designation {by} holds this office on that day or later. End it first, or designate a deputy.");

internal sealed class DesignatedAlready(DesignationId id)
    : DomainError(ErrorKind.AlreadyExists, $"This member holds the same office already by designation {id}. End that first.");

internal sealed class DesignationNotFound(DesignationId id)
    : DomainError(ErrorKind.NotFound, $"There is no designation {id}. List the designations to find its id.");

internal sealed class DesignationEnded(LocalDate until)
    : DomainError(ErrorKind.NotNow, $"This designation ended on {until:uuuu-MM-dd} already; nothing is left to do.");

internal sealed class EndBeforeBeginning(LocalDate from)
    : DomainError(ErrorKind.Invalid, $"The designation began on {from:uuuu-MM-dd}. Its last day cannot be before that.", "until");
