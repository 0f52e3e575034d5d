namespace Training.Hosting;

/// <summary>What kind of refusal a <see cref="DomainError"/> is; each kind has one gRPC status, decided in one place.</summary>
public enum ErrorKind
{
    /// <summary>The request itself is wrong; sending it again will not help. INVALID_ARGUMENT.</summary>
    Invalid,

    /// <summary>What is named does not exist in the caller's organisation. NOT_FOUND.</summary>
    NotFound,

    /// <summary>What should be made is already there. ALREADY_EXISTS.</summary>
    AlreadyExists,

    /// <summary>This human being may not do this, whatever their roles. PERMISSION_DENIED.</summary>
    NotAllowed,

    /// <summary>It cannot be done in the present state; another step comes first. FAILED_PRECONDITION.</summary>
    NotNow,

    /// <summary>Somebody else changed it meanwhile; load it again and decide again. ABORTED.</summary>
    Conflict,

    /// <summary>A stated limit is exceeded. RESOURCE_EXHAUSTED.</summary>
    TooMuch,
}

/// <summary>
/// A refusal by a rule of the domain. Derive one sealed type of one line per rule; the type's name is the error's code
/// (<c>CurriculumNotFound</c> → <c>CURRICULUM_NOT_FOUND</c>) and the message says what to do next.
/// </summary>
/// <param name="kind">What kind of refusal it is.</param>
/// <param name="message">What is wrong and what to do next, for the person who reads it. No patient data, no internals.</param>
/// <param name="field">The request's field that is wrong, as the contract names it, where it is one field.</param>
public abstract class DomainError(ErrorKind kind, string message, string? field = null) : Exception(message)
{
    /// <summary>What kind of refusal it is.</summary>
    public ErrorKind Kind { get; } = kind;

    /// <summary>The request's field that is wrong, or <c>null</c>.</summary>
    public string? Field { get; } = field;

    /// <summary>What programs tell errors apart by: the type's name in upper snake case.</summary>
    public string Code => SnakeCase.Upper(GetType().Name);
}
