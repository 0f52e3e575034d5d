using System.Linq.Expressions;
using HotChocolate.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Building;

/// <summary>What a compiled resolver reads from its context.</summary>
internal static class ContextExpressions
{
    public static ParameterExpression Context { get; } = Expression.Parameter(typeof(ResolverContext), "context");

    public static Expression Cancelled { get; } = Expression.Property(Context, nameof(ResolverContext.Cancelled));

    public static Expression User { get; } = Expression.Property(Context, nameof(ResolverContext.User));

    public static Expression Services { get; } = Expression.Property(Context, nameof(ResolverContext.Services));

    public static Expression Parent(Type type) => Expression.Convert(Expression.Property(Context, nameof(ResolverContext.Parent)), type);

    public static Expression Argument(int position) => Expression.Call(Context, nameof(ResolverContext.Argument), null, Expression.Constant(position));

    public static Expression IsGiven(int position) => Expression.Call(Context, nameof(ResolverContext.IsGiven), null, Expression.Constant(position));

    public static Expression IsSelected(string field) => Expression.Call(Context, nameof(ResolverContext.IsSelected), null, Expression.Constant(field));

    public static Expression Loader(Type type) =>
        Expression.Convert(Expression.Call(Context, nameof(ResolverContext.Loader), null, Expression.Constant(type)), type);

    public static Expression Service(Type type, string? key) => key is null
        ? Expression.Call(typeof(ServiceProviderServiceExtensions), nameof(ServiceProviderServiceExtensions.GetRequiredService), [type], Services)
        : Expression.Call(
            typeof(ServiceProviderKeyedServiceExtensions), nameof(ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService), [type], Services, Expression.Constant(key, typeof(object)));
}
