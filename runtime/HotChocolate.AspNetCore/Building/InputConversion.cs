using System.Reflection;

namespace HotChocolate.Building;

/// <summary>Makes of a coerced input what a C# parameter or property takes.</summary>
internal static class InputConversion
{
    private static readonly HashSet<Type> Arrays =
    [
        typeof(IEnumerable<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>), typeof(ICollection<>), typeof(IList<>),
    ];

    private static readonly HashSet<Type> Sets = [typeof(HashSet<>), typeof(ISet<>), typeof(IReadOnlySet<>)];

    /// <summary>The conversion to a type.</summary>
    /// <param name="use">What is taken.</param>
    /// <param name="read">Makes the value of a leaf, or null for the usual.</param>
    public static Func<object?, object?> To(TypeUse use, Func<object, object>? read = null) => use.Item is { } item ? ToList(use, item, read) : ToSingle(use.Type, read);

    public static T? Cast<T>(object? value) => value is null ? default : (T)value;

    private static Func<object?, object?> ToSingle(Type type, Func<object, object>? read)
    {
        read ??= Leaf(type);
        return read is null ? value => value : value => value is null ? null : read(value);
    }

    private static Func<object, object>? Leaf(Type type)
    {
        if (type == typeof(short))
            return value => checked((short)(int)value);
        if (type == typeof(float))
            return value => (float)(double)value;
        if (type == typeof(uint))
            return value => checked((uint)(long)value);
        if (type == typeof(DateTime))
            return value => ((DateTimeOffset)value).UtcDateTime;
        return null;
    }

    private static Func<object?, object?> ToList(TypeUse use, TypeUse item, Func<object, object>? read)
    {
        var convert = To(item, read);
        var made = Factory(use.Type);
        return value => value is null ? null : made((IEnumerable<object?>)value, convert);
    }

    private static Func<IEnumerable<object?>, Func<object?, object?>, object> Factory(Type type)
    {
        var (method, item) = type switch
        {
            { IsArray: true } => (nameof(Array), type.GetElementType()!),
            { IsGenericType: true } when Arrays.Contains(type.GetGenericTypeDefinition()) => (nameof(Array), type.GenericTypeArguments[0]),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(List<>) => (nameof(List), type.GenericTypeArguments[0]),
            { IsGenericType: true } when Sets.Contains(type.GetGenericTypeDefinition()) => (nameof(Set), type.GenericTypeArguments[0]),
            _ => throw new SchemaError($"A list input cannot be a {type}: take an array, IReadOnlyList, List or a set."),
        };
        return typeof(InputConversion).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item)
            .CreateDelegate<Func<IEnumerable<object?>, Func<object?, object?>, object>>();
    }

    private static object Array<T>(IEnumerable<object?> values, Func<object?, object?> convert) => values.Select(value => Cast<T>(convert(value))).ToArray();

    private static object List<T>(IEnumerable<object?> values, Func<object?, object?> convert) => values.Select(value => Cast<T>(convert(value))).ToList();

    private static object Set<T>(IEnumerable<object?> values, Func<object?, object?> convert) => values.Select(value => Cast<T>(convert(value))).ToHashSet();
}
