using System.Reflection;

namespace HotChocolate.Building;

/// <summary>The name of a member in an XML documentation file (C# specification, annex D.4.2).</summary>
internal static class DocumentationId
{
    public static string Of(MemberInfo member) => member switch
    {
        Type type => $"T:{Name(type)}",
        PropertyInfo property => $"P:{Name(property.DeclaringType!)}.{property.Name}",
        FieldInfo field => $"F:{Name(field.DeclaringType!)}.{field.Name}",
        ConstructorInfo made => $"M:{Name(made.DeclaringType!)}.#ctor{Parameters(made)}",
        MethodInfo method => $"M:{Name(method.DeclaringType!)}.{method.Name}{(method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "")}{Parameters(method)}",
        _ => throw new ArgumentException($"{member} has no documentation.", nameof(member)),
    };

    private static string Parameters(MethodBase method)
    {
        var parameters = Definition(method).GetParameters();
        return parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => Use(parameter.ParameterType)))})";
    }

    /// <summary>The documentation speaks of the type's own parameters, not of what they stand for here.</summary>
    private static MethodBase Definition(MethodBase method) =>
        method.DeclaringType is { IsConstructedGenericType: true } type
            ? MethodBase.GetMethodFromHandle(method.MethodHandle, type.GetGenericTypeDefinition().TypeHandle)!
            : method;

    private static string Name(Type type)
    {
        var open = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
        return open.FullName!.Replace('+', '.');
    }

    private static string Use(Type type)
    {
        if (type.IsGenericParameter)
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        if (type.IsArray)
            return Use(type.GetElementType()!) + "[]";
        if (type.IsByRef)
            return Use(type.GetElementType()!) + "@";
        if (!type.IsConstructedGenericType)
            return Name(type);
        var name = Name(type);
        return $"{name.AsSpan(0, name.IndexOf('`'))}{{{string.Join(',', type.GenericTypeArguments.Select(Use))}}}";
    }
}
