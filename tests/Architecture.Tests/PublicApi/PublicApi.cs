using System.Reflection;
using System.Runtime.CompilerServices;

namespace Training.Architecture.Tests.PublicApi;

/// <summary>
/// What an assembly offers to others, a line per type and member, sorted: <c>Namespace.Type.Member(parameters): type</c>.
/// Protected members of types that can be derived from are offered too.
/// </summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // The Program of top-level statements is the compiler's, not an offer.
    public static IReadOnlyList<string> Of(Assembly assembly) => Of(assembly.GetExportedTypes().Where(type => type.Namespace is not null));

    public static IReadOnlyList<string> Of(IEnumerable<Type> types) =>
        [.. types.SelectMany(LinesOf).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> LinesOf(Type type)
    {
        var name = FullName(type);
        if (typeof(Delegate).IsAssignableFrom(type))
            return [$"{name}({Parameters(type.GetMethod("Invoke")!)}): {TypeName.Of(type.GetMethod("Invoke")!.ReturnType)} [delegate]"];
        if (type.IsEnum)
            return [$"{name} [{Kind(type)}]", .. Enum.GetNames(type).Select(value => $"{name}.{value} = {Convert.ToInt64(Enum.Parse(type, value))}")];
        return [$"{name}{Bases(type)} [{Kind(type)}]", .. type.GetMembers(Declared).Select(member => LineOf(name, type, member)).OfType<string>()];
    }

    private static string? LineOf(string owner, Type type, MemberInfo member) => member switch
    {
        ConstructorInfo made when IsOffered(type, made) => $"{owner}.new({Parameters(made)})",
        MethodInfo method when IsOffered(type, method) && !IsAccessor(method) =>
            $"{owner}.{method.Name}{TypeName.Arguments(method)}({Parameters(method)}): {TypeName.Of(method.ReturnType)}{Traits(method)}",
        PropertyInfo property => Property(owner, type, property),
        EventInfo happening when IsOffered(type, happening.AddMethod!) => $"{owner}.{happening.Name}: {TypeName.Of(happening.EventHandlerType!)} [event]",
        FieldInfo { IsSpecialName: false } field when field.IsPublic || (IsOpen(type) && (field.IsFamily || field.IsFamilyOrAssembly)) =>
            $"{owner}.{field.Name}: {TypeName.Of(field.FieldType)}{(field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : field.IsStatic ? " [static]" : "")}",
        _ => null,
    };

    private static string? Property(string owner, Type type, PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(accessor => IsOffered(type, accessor)).ToList();
        if (accessors.Count == 0)
            return null;
        var verbs = accessors.Select(accessor =>
            accessor.ReturnType == typeof(void) ? IsInitOnly(accessor) ? "init;" : "set;" : "get;").Order(StringComparer.Ordinal);
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{Parameters(parameters)}]" : "";
        return $"{owner}.{property.Name}{index}: {TypeName.Of(property.PropertyType)} {{ {string.Join(' ', verbs)} }}{Traits(accessors[0])}";
    }

    private static bool IsOffered(Type type, MethodBase method) =>
        method.IsPublic || (IsOpen(type) && (method.IsFamily || method.IsFamilyOrAssembly));

    private static bool IsOpen(Type type) => !type.IsSealed;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsInitOnly(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Traits(MethodInfo method)
    {
        List<string> traits = [];
        if (method.IsFamily || method.IsFamilyOrAssembly)
            traits.Add("protected");
        if (method.IsStatic)
            traits.Add(method.IsDefined(typeof(ExtensionAttribute)) ? "extension" : "static");
        if (!method.DeclaringType!.IsInterface && method.IsAbstract)
            traits.Add("abstract");
        else if (method.IsVirtual && !method.IsFinal && IsOpen(method.DeclaringType!) && !method.DeclaringType!.IsInterface)
            traits.Add(method.GetBaseDefinition() == method ? "virtual" : "override");
        return traits.Count == 0 ? "" : $" [{string.Join(", ", traits)}]";
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        var parents = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [TypeName.Of(parent)] : Array.Empty<string>();
        var interfaces = type.GetInterfaces().Where(one => one.IsVisible).Select(TypeName.Of).Order(StringComparer.Ordinal);
        var all = string.Join(", ", parents.Concat(interfaces));
        return all.Length == 0 ? "" : $": {all}";
    }

    private static string FullName(Type type) =>
        type.DeclaringType is { } outer ? $"{FullName(outer)}.{TypeName.Simple(type)}" : $"{type.Namespace}.{TypeName.Simple(type)}";

    private static string Parameters(MethodBase method) => Parameters(method.GetParameters());

    private static string Parameters(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var passing = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true, ParameterType.IsByRef: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) => "params ",
            _ => "",
        };
        var value = parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue)}" : "";
        return $"{passing}{TypeName.Of(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
