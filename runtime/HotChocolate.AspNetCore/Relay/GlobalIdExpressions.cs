using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.Building;
using HotChocolate.Execution;

namespace HotChocolate.Types.Relay;

/// <summary>Makes global ids of what members give.</summary>
internal static class GlobalIdExpressions
{
    /// <summary>The id of a value, or the ids of a list's.</summary>
    /// <param name="value">The value.</param>
    /// <param name="use">Its type.</param>
    /// <param name="prefix">What the id begins with.</param>
    public static Expression Encode(Expression value, TypeUse use, byte[] prefix)
    {
        if (use.Item is { } item)
            return Expression.Call(Method(nameof(GlobalId.EncodeAll), ElementOf(value.Type, item)), Expression.Constant(prefix), value);
        var isCertain = value.Type.IsValueType && !use.IsNullable;
        return Expression.Call(Method(isCertain ? nameof(GlobalId.Encode) : nameof(GlobalId.EncodeOrNull), value.Type), Expression.Constant(prefix), value);
    }

    public static Func<ResolverContext, ValueTask<object?>> Encoding(Func<ResolverContext, ValueTask<object?>> resolve, TypeUse use, byte[] prefix)
    {
        return async context =>
        {
            var value = await resolve(context);
            return use.Item is not null && value is not null
                ? GlobalId.EncodeAll(prefix, ((System.Collections.IEnumerable)value).Cast<object?>())
                : GlobalId.EncodeOrNull(prefix, value);
        };
    }

    private static Type ElementOf(Type list, TypeUse item) => list.IsArray ? list.GetElementType()! : list.IsGenericType ? list.GenericTypeArguments[0] : item.Type;

    private static MethodInfo Method(string name, Type type) => typeof(GlobalId).GetMethod(name)!.MakeGenericMethod(type);
}
