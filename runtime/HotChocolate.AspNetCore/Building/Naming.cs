using System.Reflection;
using System.Text;
using System.Text.Json;
using HotChocolate.Types;

namespace HotChocolate.Building;

/// <summary>What C# names are called in the schema, where no annotation says otherwise.</summary>
internal static class Naming
{
    public static string Field(PropertyInfo property) => Given(property) ?? Camel(property.Name);

    public static string Field(MethodInfo method) => Given(method) ?? Camel(WithoutConventions(method));

    public static string Argument(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Camel(parameter.Name!);

    /// <summary>Words are told apart by their capitals: InProgress is IN_PROGRESS.</summary>
    public static string EnumValue(FieldInfo value) => Given(value) ?? Upper(value.Name);

    /// <summary>The name of a type that is given to clients.</summary>
    public static string Output(Type type) =>
        Given(type)
        ?? type.GetCustomAttribute<ObjectTypeAttribute>()?.Name
        ?? type.GetCustomAttribute<InterfaceTypeAttribute>()?.Name
        ?? type.GetCustomAttribute<UnionTypeAttribute>()?.Name
        ?? type.GetCustomAttribute<EnumTypeAttribute>()?.Name
        ?? Plain(type);

    /// <summary>The name of a type that clients give: it ends with Input.</summary>
    public static string Input(Type type)
    {
        if (Given(type) is { } given)
            return given;
        var plain = Plain(type);
        return plain.EndsWith("Input", StringComparison.Ordinal) ? plain : plain + "Input";
    }

    public static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    public static string Pascal(string name) => string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));

    private static string? Given(MemberInfo member) => member.GetCustomAttribute<GraphQLNameAttribute>()?.Name;

    private static string WithoutConventions(MethodInfo method)
    {
        var name = method.Name;
        if (name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal))
            name = name[3..];
        return name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) && IsAsynchronous(method.ReturnType) ? name[..^5] : name;
    }

    private static bool IsAsynchronous(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask) || (type.IsGenericType && IsAsynchronousOf(type.GetGenericTypeDefinition()));

    private static bool IsAsynchronousOf(Type type) => type == typeof(Task<>) || type == typeof(ValueTask<>) || type == typeof(IAsyncEnumerable<>);

    private static string Plain(Type type)
    {
        if (!type.IsGenericType)
            return type.Name;
        var name = type.Name.AsSpan(0, type.Name.IndexOf('`'));
        return $"{name}Of{string.Join("And", type.GenericTypeArguments.Select(Plain))}";
    }

    private static string Upper(string name)
    {
        if (name.All(one => !char.IsLower(one)))
            return name;
        var upper = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                upper.Append('_');
            upper.Append(char.ToUpperInvariant(name[i]));
        }

        return upper.ToString();
    }
}
