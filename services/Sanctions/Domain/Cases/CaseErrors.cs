using NodaTime;
using Training.Hosting;

namespace Training.Sanctions;

internal sealed class CaseNotFound(CaseId id)
    : DomainError(ErrorKind.NotFound, $"There is no case {id}. List the cases to find its id.");

internal sealed class MemberUnknown()
    : DomainError(ErrorKind.NotFound, "No member of the workforce has this id. Find the person in Workforce; somebody who joined just now is known here in a moment.", "member_id");

internal sealed class IncidentHandedOffDifferently(CaseId id)
    : DomainError(ErrorKind.AlreadyExists, $"An incident of this number was handed off already, as case {id}, with other content. Give this one its own number, or read that case.", "incident");

internal sealed class IncidentNumberUnusable()
    : DomainError(ErrorKind.Invalid, $"Send the incident's number as the reporting system has it: 1 to {IncidentRules.LongestNumber} characters without spaces, such as INC-4211.", "incident");

internal sealed class HappenedUnusable()
    : DomainError(ErrorKind.Invalid, "'happened' is missing or lies in the future. Send the instant at which it happened.", "happened");

internal sealed class FirstKnownUnusable()
    : DomainError(ErrorKind.Invalid, "'first_known_by_workforce' lies before the incident or in the future. Send the instant at which any colleague, except who did it, first knew.", "first_known_by_workforce");

internal sealed class CaseChangedMeanwhile(long seen, long now)
    : DomainError(ErrorKind.Conflict, $"The case is at version {now}; you have seen version {seen}. Read it again and decide again.", "case_version");

internal sealed class StepNeedsHumanBeing()
    : DomainError(ErrorKind.NotAllowed, "A step of a case is taken by a human being. Use a token that names one (claim 'member').");

internal sealed class SubjectDecidesNothing()
    : DomainError(ErrorKind.NotAllowed, "The case is about you. Leave it to somebody else of your office, or to a deputy.");

internal sealed class ReporterDecidesNothing()
    : DomainError(ErrorKind.NotAllowed, "You handed this incident off, so you decide nothing about it. Leave it to somebody else of your office, or to a deputy.");

internal sealed class SuperiorDecidesNothing()
    : DomainError(ErrorKind.NotAllowed, "The case is about somebody whom you manage. Leave it to somebody else of your office, or to a deputy.");

internal sealed class CaseIsPastThat(CaseState state)
    : DomainError(ErrorKind.NotNow, $"The case is {Words.Of(state)}; this step comes earlier. Its next_steps say what is left to do.");

internal sealed class PhiImpactDecidedAlready()
    : DomainError(ErrorKind.NotNow, "Whether PHI was involved is decided already. Read the case for the decision and its reason.");

internal sealed class ExemptionAnsweredAlready()
    : DomainError(ErrorKind.NotNow, "The exemption questions are answered already. Read the case for the answers.");

internal sealed class QuestionNotAsked(SanctionPolicy policy)
    : DomainError(ErrorKind.Invalid, $"An answer is to a question that the case's policy does not ask. It asks: {string.Join(", ", policy.Questions.Select(q => q.Id))}.", "answers");

internal sealed class QuestionAnsweredTwice(string question)
    : DomainError(ErrorKind.Invalid, $"'{question}' is answered twice. Answer every question once.", "answers");

internal sealed class QuestionsUnanswered(IReadOnlyList<string> questions)
    : DomainError(ErrorKind.Invalid, $"Every question needs an answer, with no where it does not hold. Not answered: {string.Join(", ", questions)}.", "answers");

internal sealed class ExemptionNotAnswered()
    : DomainError(ErrorKind.NotNow, "The exemption questions come first (45 CFR 164.530(e)(1)). The privacy officer answers them with AnswerExemptionQuestions.");

internal sealed class IndependentReviewPending()
    : DomainError(ErrorKind.NotNow, "The conduct touches protected activity. The Security Rule has no exemption for it, but 45 CFR 160.316 forbids retaliation: a reviewer who has no part in the case decides first with RecordIndependentReview.");

internal sealed class NoReviewAsked()
    : DomainError(ErrorKind.NotNow, "This case waits for no independent review: one is needed where an exemption applies to a security code, once.");

internal sealed class ReviewerNotIndependent()
    : DomainError(ErrorKind.NotAllowed, "You have decided something in this case. The review is for a reviewer who has not.");

internal sealed class ReviewerDecidesNothingElse()
    : DomainError(ErrorKind.NotAllowed, "You reviewed this case independently, so you decide nothing else about it. Leave it to somebody else of your office, or to a deputy.");

internal sealed class ClosureSignedAlready(string which)
    : DomainError(ErrorKind.NotNow, $"The {which} closure is signed already. Read the case for who signed it.");

internal sealed class SecondClosureBySamePerson()
    : DomainError(ErrorKind.NotAllowed, "You signed the other closure. The two gates need two different human beings.");

internal sealed class NothingProposed()
    : DomainError(ErrorKind.NotNow, "There is no document to sign. One of the officers proposes first with ProposeSanction.");

internal sealed class NotReadyToSign(IReadOnlyList<string> missing)
    : DomainError(ErrorKind.NotNow, $"The second key cannot turn yet. Missing: {string.Join("; ", missing)}.");

internal sealed class OtherDocument()
    : DomainError(ErrorKind.Conflict, "The hash is not that of the proposal as it stands. Read the case again and sign the document_hash of what you have read.", "document_hash");

internal sealed class EarlierViolationsChanged(int proposed, int now)
    : DomainError(ErrorKind.Conflict, $"The proposal counts {proposed} earlier violation(s) of this person; by now there are {now}, by which the schedule allows other measures. Propose again with ProposeSanction.");

internal sealed class BothKeysByOnePerson()
    : DomainError(ErrorKind.NotAllowed, "You turned the first key. The second one is another human being's, whatever offices you hold: ask the other officer or a deputy.");

internal sealed class BothKeysOfOneOffice(Office office)
    : DomainError(ErrorKind.NotAllowed, $"The first key was turned for the {Words.Of(office)}. The second key is the other office's.", "office");

internal sealed class OfficeNotHeld(Office office)
    : DomainError(ErrorKind.NotAllowed, $"The officer register does not show you in the {Words.Of(office)} today. Sign for an office that you hold, or ask its officer or deputy.", "office");

internal sealed class NotSignedYet()
    : DomainError(ErrorKind.NotNow, "The sanction does not carry both signatures yet. HR executes what both keys have signed.");

internal sealed class SignerCannotExecute()
    : DomainError(ErrorKind.NotAllowed, "You signed this sanction, so somebody else of HR executes it.");

internal sealed class ExecutionDateUnusable(LocalDate signed, LocalDate today)
    : DomainError(ErrorKind.Invalid, $"A sanction is carried out after it was signed ({signed:uuuu-MM-dd}) and is recorded afterwards. Send a date from then until today ({today:uuuu-MM-dd}).", "executed_on");
