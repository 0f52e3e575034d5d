using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using GreenDonut;
using GreenDonut.Data;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Building;

/// <summary>Finds out where a resolver's parameters get their values: what is nothing else is an argument.</summary>
/// <param name="inputs">Makes arguments.</param>
/// <param name="services">Knows which types are services; null where none is.</param>
internal sealed class ParameterBinder(InputTypes inputs, IServiceProviderIsService? services)
{
    public Binding Bind(ParameterInfo parameter, PageLimits? page)
    {
        var type = parameter.ParameterType;
        if (type == typeof(CancellationToken))
            return new ContextBinding(ContextExpressions.Cancelled);
        if (parameter.IsDefined(typeof(ParentAttribute)) || parameter.IsDefined(typeof(EventMessageAttribute)))
            return new ParentBinding(type);
        if (type == typeof(ClaimsPrincipal))
            return new ContextBinding(ContextExpressions.User);
        if (type == typeof(PagingArguments))
            return new ContextBinding(PageOf(parameter, page));
        if (parameter.GetCustomAttribute<IsSelectedAttribute>() is { FieldNames: { } names })
            return new ContextBinding(names.Select(ContextExpressions.IsSelected).Aggregate(Expression.OrElse));
        if (typeof(IDataLoader).IsAssignableFrom(type))
            return new ContextBinding(ContextExpressions.Loader(type));
        if (IsService(parameter, out var key))
            return new ContextBinding(type == typeof(IServiceProvider) ? ContextExpressions.Services : ContextExpressions.Service(type, key));
        return new ArgumentBinding(inputs.Argument(parameter), type);
    }

    private bool IsService(ParameterInfo parameter, out string? key)
    {
        var given = parameter.GetCustomAttribute<ServiceAttribute>();
        key = given?.Key;
        var type = parameter.ParameterType;
        // The container gives an enumeration of whatever is asked for.
        return given is not null || (services?.IsService(type) == true && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)));
    }

    private static Expression PageOf(ParameterInfo parameter, PageLimits? page) => page is null
        ? throw new SchemaError($"The {SchemaError.Place(parameter)} asks for a page: put [UsePaging] on the method.")
        : Expression.Call(Expression.Constant(page), nameof(PageLimits.Read), null, ContextExpressions.Context);
}
