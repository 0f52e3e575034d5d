using System.Security.Claims;
using GreenDonut;
using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>What a resolver may know about the field that it resolves. It holds until the resolver's task has ended, no longer.</summary>
internal abstract class ResolverContext
{
    /// <summary>The object whose field it is; null at the root.</summary>
    public abstract object? Parent { get; }

    public abstract Field Field { get; }

    /// <summary>The path to the field: names and list positions.</summary>
    public abstract IReadOnlyList<object> Path { get; }

    /// <summary>The request's services.</summary>
    public abstract IServiceProvider Services { get; }

    /// <summary>This execution's data loader of a class; made at its first use.</summary>
    public abstract IDataLoader Loader(Type type);

    public abstract ClaimsPrincipal User { get; }

    /// <summary>Ends when the client goes, the time is over, or nobody needs the value any more.</summary>
    public abstract CancellationToken Cancelled { get; }

    /// <summary>The coerced value of the field's argument at this position in <see cref="Field.Arguments"/>; null where it was not given.</summary>
    public abstract object? Argument(int position);

    /// <summary>Whether the argument was given or has a default, be it null.</summary>
    public abstract bool IsGiven(int position);

    /// <summary>Whether the answer needs this field of the value (through fragments, skip and include as they hold in this request); of an abstract type: of any possible object.</summary>
    public abstract bool IsSelected(string fieldName);
}
