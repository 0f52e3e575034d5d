using System.Reflection;

namespace Training.Architecture.Tests.PublicApi;

/// <summary>Types as C# writes them, without namespaces.</summary>
internal static class TypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char", [typeof(short)] = "short",
        [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsByRef)
            return Of(type.GetElementType()!);
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return $"{Of(value)}?";
        if (type.IsGenericParameter)
            return type.Name;
        var arguments = type.GetGenericArguments();
        var outer = type.DeclaringType is { } declaring ? $"{Bare(declaring)}." : "";
        return arguments.Length == 0 ? outer + type.Name : $"{outer}{Bare(type)}<{string.Join(", ", arguments.Select(Of))}>";
    }

    /// <summary>The type's own name with its own type parameters, e.g. <c>Method&lt;TRequest, TResponse&gt;</c>.</summary>
    public static string Simple(Type type)
    {
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var own = type.GetGenericArguments().Skip(inherited).Select(argument => argument.Name).ToList();
        return own.Count == 0 ? Bare(type) : $"{Bare(type)}<{string.Join(", ", own)}>";
    }

    public static string Arguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Of))}>" : "";

    private static string Bare(Type type) => type.Name.Split('`')[0];
}
