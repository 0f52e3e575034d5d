using NodaTime;
using Training.Hosting;

namespace Training.Curricula;

internal sealed class CurriculumNotFound(CurriculumId id)
    : DomainError(ErrorKind.NotFound, $"There is no curriculum {id}. List the curricula to find its id.");

internal sealed class CurriculumVersionNotFound(CurriculumId id, int version)
    : DomainError(ErrorKind.NotFound, $"Curriculum {id} has no version {version}. List the curricula to find its versions.");

internal sealed class CurriculumNeverPublished(CurriculumId id)
    : DomainError(ErrorKind.NotFound, $"No version of curriculum {id} is published yet. Ask for a version by its number, or let the other officer approve the proposal.");

internal sealed class ProposalStillOpen(string code, int version)
    : DomainError(ErrorKind.NotNow, $"Version {version} of '{code}' still waits for the other office, with another content. Have it approved or declined, then propose again.");

internal sealed class VersionNotOpen(int version, CurriculumState state)
    : DomainError(ErrorKind.NotNow, $"Version {version} is {state.ToString().ToLowerInvariant()} and waits for nobody. Propose a new version to change the curriculum.");

internal sealed class ContentHashDiffers()
    : DomainError(ErrorKind.Conflict, "content_hash is not this version's: what you read is not what you would sign. Load the version, read it and sign its hash.", "content_hash");

internal sealed class OfficeMissing()
    : DomainError(ErrorKind.Invalid, "Say for which office you sign: privacy or security.", "office");

internal sealed class OfficeHasSigned(Office office)
    : DomainError(ErrorKind.NotAllowed, $"The {office.ToString().ToLowerInvariant()} office has signed this version. The other office's signature is needed.", "office");

internal sealed class SamePersonSigns()
    : DomainError(ErrorKind.NotAllowed, "You signed this version already. Two signatures are two human beings: ask the other officer or a deputy.");

internal sealed class HumanBeingNeeded()
    : DomainError(ErrorKind.NotAllowed, "Only a human being can do this, and your token names none. Sign in as yourself.");

internal sealed class OfficerRegisterUnknown()
    : DomainError(ErrorKind.NotNow, "Curricula has not heard yet who holds the offices. Let HR designate the officers; if that was just now, repeat in a moment.");

internal sealed class OfficeNotHeld(Office office, LocalDate day)
    : DomainError(ErrorKind.NotAllowed, $"The officer register does not name you for the {office.ToString().ToLowerInvariant()} office on {day:uuuu-MM-dd} (UTC). Let HR designate you as officer or deputy; if that was just now, repeat in a moment.");

internal sealed class NoOfficeHeld(LocalDate day)
    : DomainError(ErrorKind.NotAllowed, $"The officer register names you for no office on {day:uuuu-MM-dd} (UTC). Let HR designate you as officer or deputy; if that was just now, repeat in a moment.");
