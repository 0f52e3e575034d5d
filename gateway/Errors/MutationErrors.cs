namespace Training.Gateway.Types;

/// <summary>Why a mutation changed nothing.</summary>
internal abstract class MutationError(Refusal refusal)
{
    /// <summary>What is wrong and what to do next, for the person who reads it.</summary>
    public string Message => refusal.Message;

    /// <summary>The one rule behind it, such as CAMPAIGN_STILL_RUNS: what programs tell errors apart by.</summary>
    public string Reason => refusal.Reason;

    /// <summary>The field of the input that is wrong, where it is one field.</summary>
    public string? Field => refusal.Field;
}

/// <summary>What was sent is wrong in itself; sending it again will not help.</summary>
internal sealed class InvalidInputError(InvalidInput refusal) : MutationError(refusal);

/// <summary>What the input names does not exist in your organisation.</summary>
internal sealed class NotFoundError(NotFound refusal) : MutationError(refusal);

/// <summary>What should be made is already there, and differs.</summary>
internal sealed class AlreadyExistsError(AlreadyExists refusal) : MutationError(refusal);

/// <summary>This human being may not do this, whatever their roles: another one has to.</summary>
internal sealed class NotAllowedError(NotAllowed refusal) : MutationError(refusal);

/// <summary>It cannot be done in the present state: another step comes first, or it is too late.</summary>
internal sealed class NotNowError(NotNow refusal) : MutationError(refusal);

/// <summary>Somebody changed it meanwhile: read it again and decide again.</summary>
internal sealed class ConflictError(Conflict refusal) : MutationError(refusal);

/// <summary>A stated limit is exceeded.</summary>
internal sealed class TooMuchError(TooMuch refusal) : MutationError(refusal);
