using Training.Hosting;

namespace Training.Reference;

internal sealed class SuggestionNotFound(SuggestionId id)
    : DomainError(ErrorKind.NotFound, $"There is no suggestion {id}. List the suggestions to find its id.");

internal sealed class SuggestionTextUnusable(int length)
    : DomainError(ErrorKind.Invalid, $"The text has {length} characters. Give 1 to {Suggestion.Longest}.");

internal sealed class SuggestionAlreadyAccepted(SuggestionId id)
    : DomainError(ErrorKind.NotNow, $"Suggestion {id} is accepted already; there is nothing left to do.");

internal sealed class OwnSuggestion()
    : DomainError(ErrorKind.NotAllowed, "You cannot accept your own suggestion. Ask the other officer.");
