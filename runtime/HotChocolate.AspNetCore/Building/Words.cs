using System.Reflection;

namespace HotChocolate.Building;

/// <summary>What the schema's readers are told about types, fields, arguments and values.</summary>
/// <param name="readsFiles">Whether XML documentation counts.</param>
internal sealed class Words(bool readsFiles)
{
    private readonly XmlDocumentation _files = new();

    public string? Of(MemberInfo member) => Given(member) ?? (readsFiles ? _files.Summary(member) : null);

    /// <summary>A record's properties are documented at its parameters.</summary>
    public string? Of(PropertyInfo property) => Of((MemberInfo)property) ?? (readsFiles ? FromParameter(property) : null);

    public string? Of(MethodInfo method)
    {
        if (Given(method) is { } given)
            return given;
        if (!readsFiles)
            return null;
        var (summary, returns) = (_files.Summary(method), _files.Returns(method));
        if (returns is null)
            return summary;
        return summary is null ? $"**Returns:**\n{returns}" : $"{summary}\n\n\n**Returns:**\n{returns}";
    }

    public string? Of(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description
        ?? (readsFiles ? _files.Parameter(parameter.Member, parameter.Name!) : null);

    public static string? Deprecation(MemberInfo member) =>
        member.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.DeprecationReason
        ?? member.GetCustomAttribute<ObsoleteAttribute>() switch
        {
            null => null,
            { Message: { Length: > 0 } message } => message,
            _ => "No longer supported",
        };

    public static string? Deprecation(ParameterInfo parameter) => parameter.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.DeprecationReason;

    private static string? Given(MemberInfo member) => member.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description;

    private string? FromParameter(PropertyInfo property)
    {
        // The compiler files a record's parameters under its type.
        var type = property.DeclaringType!;
        return _files.Parameter(type, property.Name)
            ?? type.GetConstructors()
                .SelectMany(made => made.GetParameters())
                .Where(parameter => parameter.Name == property.Name)
                .Select(parameter => _files.Parameter(parameter.Member, parameter.Name!))
                .FirstOrDefault(words => words is not null);
    }
}
