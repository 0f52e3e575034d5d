namespace Grpc.Core;

/// <summary>Makes onward calls end with the call that caused them; see <see cref="ServerCallContext.CreatePropagationToken"/>.</summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }
}

/// <summary>What a <see cref="ContextPropagationToken"/> hands on.</summary>
/// <param name="propagateDeadline">Whether the onward call gets the deadline.</param>
/// <param name="propagateCancellation">Whether the onward call is cancelled too.</param>
public class ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
{
    /// <summary>Everything is handed on.</summary>
    public static readonly ContextPropagationOptions Default = new();

    /// <summary>Whether the onward call gets the deadline.</summary>
    public bool IsPropagateDeadline { get; } = propagateDeadline;

    /// <summary>Whether the onward call is cancelled too.</summary>
    public bool IsPropagateCancellation { get; } = propagateCancellation;
}
