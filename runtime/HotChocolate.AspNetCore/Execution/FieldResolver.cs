using System.Linq.Expressions;

namespace HotChocolate.Execution;

/// <summary>How a field gets its value.</summary>
internal abstract class FieldResolver;

/// <summary>Reads the value from the parent: no argument, no waiting. The executor compiles it into its writers.</summary>
/// <param name="get">(TParent parent) => value; the lambda's own types say what is read from what.</param>
internal sealed class MemberResolver(LambdaExpression get) : FieldResolver
{
    public LambdaExpression Get { get; } = get;
}

/// <summary>Calls a method; lists come as any <see cref="System.Collections.IEnumerable"/>.</summary>
/// <param name="resolve">Gives the value; an exception becomes the field's error.</param>
internal sealed class MethodResolver(Func<ResolverContext, ValueTask<object?>> resolve) : FieldResolver
{
    public Func<ResolverContext, ValueTask<object?>> Resolve { get; } = resolve;
}

/// <summary>The source of a subscription; each of its events is the root value of one execution (specification, section 6.2.3).</summary>
/// <param name="subscribe">Gives the events until it is cancelled.</param>
/// <param name="resolve">Makes the field's value from an event, which is the context's parent.</param>
internal sealed class StreamResolver(
    Func<ResolverContext, IAsyncEnumerable<object?>> subscribe, Func<ResolverContext, ValueTask<object?>> resolve) : FieldResolver
{
    public Func<ResolverContext, IAsyncEnumerable<object?>> Subscribe { get; } = subscribe;

    public Func<ResolverContext, ValueTask<object?>> Resolve { get; } = resolve;
}
