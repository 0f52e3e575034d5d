using System.Linq.Expressions;
using System.Reflection;

namespace HotChocolate.Building;

/// <summary>Makes one kind of result of what methods return.</summary>
internal static class Results
{
    private static readonly ConstructorInfo AtOnce = typeof(ValueTask<object?>).GetConstructor([typeof(object)])!;

    /// <summary>A call's value as a <see cref="ValueTask{Object}"/>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancelled">Ends the reading of a stream.</param>
    public static Expression Of(Expression call, Expression cancelled)
    {
        var type = call.Type;
        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            if (definition == typeof(Task<>))
                return Expression.Call(Method(nameof(OfTask), type), call);
            if (definition == typeof(ValueTask<>))
                return Expression.Call(Method(nameof(OfValueTask), type), call);
            if (definition == typeof(IAsyncEnumerable<>))
                return Expression.Call(Method(nameof(OfStream), type), call, cancelled);
        }

        return Expression.New(AtOnce, Expression.Convert(call, typeof(object)));
    }

    private static MethodInfo Method(string name, Type type) =>
        typeof(Results).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.GenericTypeArguments);

    private static async ValueTask<object?> OfTask<T>(Task<T> task) => await task;

    private static async ValueTask<object?> OfValueTask<T>(ValueTask<T> task) => await task;

    private static async ValueTask<object?> OfStream<T>(IAsyncEnumerable<T> stream, CancellationToken cancelled)
    {
        List<T> items = [];
        await foreach (var item in stream.WithCancellation(cancelled))
            items.Add(item);
        return items;
    }
}
