using Training.Hosting;

namespace Training.Messaging;

/// <summary>A command came without an idempotency key.</summary>
public sealed class IdempotencyKeyMissing()
    : DomainError(ErrorKind.Invalid, "Send the metadata 'idempotency-key' (1 to 128 printable characters, a new one for each intent, the same when you repeat).");

/// <summary>An idempotency key was used before, for another request.</summary>
public sealed class IdempotencyKeyReused()
    : DomainError(ErrorKind.Invalid, "This idempotency key was used for another request. Use a new key for a new intent; repeat a request unchanged.");

/// <summary>Somebody else changed the same thing at the same time, again and again.</summary>
public sealed class ChangedMeanwhile()
    : DomainError(ErrorKind.Conflict, "Somebody else changed this at the same moment. Load it again and decide again.");
