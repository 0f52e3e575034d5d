using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.TypeSystem;

namespace HotChocolate.Building;

/// <summary>An argument or input field, and how C# reads it.</summary>
/// <param name="Value">What the schema says of it.</param>
/// <param name="Convert">Makes the C# value of the coerced one.</param>
internal sealed record InputMember(InputValue Value, Func<object?, object?> Convert)
{
    private static readonly MethodInfo Cast = typeof(InputConversion).GetMethod(nameof(InputConversion.Cast))!;

    public static bool IsOptional(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    /// <summary>Reads the value as a C# type, which may be an <see cref="Optional{T}"/>.</summary>
    /// <param name="target">The C# type.</param>
    /// <param name="given">Whether there is a value.</param>
    /// <param name="value">The coerced value, an object.</param>
    public Expression Read(Type target, Expression given, Expression value)
    {
        var inner = IsOptional(target) ? target.GenericTypeArguments[0] : target;
        var converted = Expression.Invoke(Expression.Constant(Convert), value);
        var read = Expression.Call(Cast.MakeGenericMethod(inner), converted);
        return inner == target
            ? read
            : Expression.Condition(given, Expression.New(target.GetConstructor([inner])!, read), Expression.Default(target));
    }
}
