using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.Building;

namespace HotChocolate.Types;

/// <summary>What a mutation's payload says for the exceptions that it may end with.</summary>
internal sealed class MutationErrors
{
    private const string Factory = "CreateErrorFrom";

    private readonly IReadOnlyList<(Type Exception, Func<Exception, object> Make)> _makers;

    public MutationErrors(IEnumerable<Type> errorTypes) =>
        _makers = [.. errorTypes.SelectMany(MakersOf).OrderByDescending(maker => Depth(maker.Exception))];

    /// <summary>The errors that an exception stands for; null where it is none that the mutation speaks of.</summary>
    public IReadOnlyList<object>? Of(Exception problem)
    {
        if (Single(problem) is { } error)
            return [error];
        if (problem is not AggregateException { InnerExceptions: { Count: > 0 } several })
            return null;
        var errors = several.Select(Single).ToList();
        return errors.Contains(null) ? null : [.. errors.OfType<object>()];
    }

    private object? Single(Exception problem)
    {
        foreach (var (exception, make) in _makers)
        {
            if (exception.IsInstanceOfType(problem))
                return make(problem);
        }

        return null;
    }

    private static IReadOnlyList<(Type Exception, Func<Exception, object> Make)> MakersOf(Type error)
    {
        if (typeof(Exception).IsAssignableFrom(error))
            return [(error, problem => problem)];
        List<(Type Exception, Func<Exception, object> Make)> makers = [];
        foreach (var method in error.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.Name == Factory && TakesException(method)))
            makers.Add(Compiled(method, value => Expression.Call(method, value)));
        foreach (var constructor in error.GetConstructors().Where(TakesException))
            makers.Add(Compiled(constructor, value => Expression.New(constructor, value)));
        return makers.Count > 0
            ? makers
            : throw new SchemaError($"{error} is no exception and is made of none: give it a constructor or a static method {Factory} that takes the exception.");
    }

    private static bool TakesException(MethodBase method) =>
        method.GetParameters() is [var only] && typeof(Exception).IsAssignableFrom(only.ParameterType);

    private static (Type Exception, Func<Exception, object> Make) Compiled(MethodBase method, Func<Expression, Expression> call)
    {
        var type = method.GetParameters()[0].ParameterType;
        var problem = Expression.Parameter(typeof(Exception));
        var made = Expression.Convert(call(Expression.Convert(problem, type)), typeof(object));
        return (type, Expression.Lambda<Func<Exception, object>>(made, problem).Compile());
    }

    private static int Depth(Type type) => type.BaseType is { } parent ? 1 + Depth(parent) : 0;
}
