using Training.Hosting;

namespace Training.Sanctions;

internal sealed class TextMissing(string field)
    : DomainError(ErrorKind.Invalid, $"'{field}' is empty. Write what is to be known, in a sentence or two and without patient data.", field);

internal sealed class TextTooLong(string field, int length)
    : DomainError(ErrorKind.Invalid, $"'{field}' has {length} characters. Give at most {Wording.Longest}; the details belong in the incident system.", field);

// What was seen is not repeated: it may be a patient's.
internal sealed class LooksLikePatientData(string field, Identifier seen)
    : DomainError(ErrorKind.Invalid, $"'{field}' holds what looks like {Words.Of(seen)}. {Words.InsteadOf(seen)}", field);

internal sealed class FileNumberUnusable(string field)
    : DomainError(ErrorKind.Invalid, $"'{field}' is HR's own file number: 1 to {Wording.LongestFileNumber} printable characters.", field);
