using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.Execution;

namespace HotChocolate.Building;

/// <summary>Compiles calls of resolver methods.</summary>
internal static class ResolverCompiler
{
    /// <summary>A call that needs nothing but the object; null where it needs more, or waits.</summary>
    /// <param name="method">The method.</param>
    /// <param name="bindings">Its parameters' values.</param>
    /// <param name="owner">The object's type.</param>
    public static LambdaExpression? Pure(MethodInfo method, IReadOnlyList<Binding> bindings, Type? owner)
    {
        if (owner is null || bindings.Any(binding => binding is not ParentBinding) || (method.IsStatic && bindings.Count == 0))
            return null;
        if (TypeUse.NonNull(method.ReturnType) is { IsAwaited: true } or { IsStream: true })
            return null;
        var parent = Expression.Parameter(owner, "parent");
        return Expression.Lambda(Expression.Call(method.IsStatic ? null : parent, method, bindings.Cast<ParentBinding>().Select(binding => As(parent, binding.Type))), parent);
    }

    public static Func<ResolverContext, ValueTask<object?>> Compile(MethodInfo method, IReadOnlyList<Binding> bindings, ArgumentList arguments) =>
        Expression.Lambda<Func<ResolverContext, ValueTask<object?>>>(
            Results.Of(Call(method, bindings, arguments), ContextExpressions.Cancelled), ContextExpressions.Context).Compile();

    public static Expression Call(MethodInfo method, IReadOnlyList<Binding> bindings, ArgumentList arguments) => Expression.Call(
        method.IsStatic ? null : ContextExpressions.Parent(method.DeclaringType!), method, bindings.Select(binding => binding switch
        {
            ContextBinding one => one.Value,
            ParentBinding one => ContextExpressions.Parent(one.Type),
            ArgumentBinding one => arguments.Read(one),
            _ => throw new InvalidOperationException($"{binding} is bound to nothing."),
        }));

    private static Expression As(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);
}
