using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace HotChocolate.Building;

/// <summary>Makes one kind of stream of what subscribing methods return.</summary>
internal static class Streams
{
    public static Expression Of(Expression call)
    {
        var awaited = TypeUse.NonNull(call.Type).Awaited;
        if (!awaited.IsStream)
            throw new SchemaError($"Events come as an IAsyncEnumerable<T>, not as a {call.Type}.");
        var name = awaited.Type == call.Type ? nameof(AtOnce) : call.Type.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(Later) : nameof(LaterValue);
        return Call(name, awaited.Type.GenericTypeArguments[0], call);
    }

    private static MethodCallExpression Call(string name, Type item, Expression stream)
    {
        var method = typeof(Streams).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item);
        return method.GetParameters().Length == 1 ? Expression.Call(method, stream) : Expression.Call(method, stream, Expression.Default(typeof(CancellationToken)));
    }

    private static IAsyncEnumerable<object?> AtOnce<T>(IAsyncEnumerable<T> stream) => stream as IAsyncEnumerable<object?> ?? Boxed(stream);

    private static async IAsyncEnumerable<object?> Boxed<T>(IAsyncEnumerable<T> stream, [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        await foreach (var item in stream.WithCancellation(cancelled))
            yield return item;
    }

    private static async IAsyncEnumerable<object?> Later<T>(Task<IAsyncEnumerable<T>> stream, [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        await foreach (var item in (await stream).WithCancellation(cancelled))
            yield return item;
    }

    private static IAsyncEnumerable<object?> LaterValue<T>(ValueTask<IAsyncEnumerable<T>> stream) => Later(stream.AsTask());
}
