using System.Reflection;
using System.Runtime.CompilerServices;
using HotChocolate.Types;
using HotChocolate.Types.Relay;

namespace HotChocolate.Building;

/// <summary>The members of C# types that are fields.</summary>
internal static class FieldMembers
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance;
    private const BindingFlags Static = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>An object's own: public properties, then methods, those of base types first.</summary>
    public static IEnumerable<MemberInfo> Of(Type type) => Lineage(type).SelectMany(Declared).DistinctBy(member => member.Name);

    /// <summary>An extension's: public static properties and methods that resolve fields.</summary>
    public static IEnumerable<MemberInfo> OfExtension(Type type) => OfRoot(type).Where(member => !member.IsDefined(typeof(NodeResolverAttribute)));

    /// <summary>A root's: the same, and what finds a node is a field too.</summary>
    public static IEnumerable<MemberInfo> OfRoot(Type type)
    {
        var sources = type.GetMethods().Select(method => method.GetCustomAttribute<SubscribeAttribute>()?.With).OfType<string>().ToHashSet();
        return type.GetProperties(Static).Where(IsField).Cast<MemberInfo>()
            .Concat(type.GetMethods(Static).Where(method => IsField(method) && !sources.Contains(method.Name)));
    }

    /// <summary>The method that finds an object by its id; null where the class has none.</summary>
    public static MethodInfo? NodeResolver(Type type) =>
        type.GetMethods(Static).FirstOrDefault(method => method.IsDefined(typeof(NodeResolverAttribute)));

    private static IEnumerable<Type> Lineage(Type type)
    {
        if (type.IsInterface)
            return [.. type.GetInterfaces(), type];
        var lineage = new Stack<Type>();
        for (var one = type; one is not null && one != typeof(object) && one != typeof(ValueType) && one != typeof(Exception); one = one.BaseType)
            lineage.Push(one);
        return lineage;
    }

    private static IEnumerable<MemberInfo> Declared(Type type)
    {
        const BindingFlags here = Instance | BindingFlags.DeclaredOnly;
        return type.GetProperties(here).Where(IsField).Cast<MemberInfo>().Concat(type.GetMethods(here).Where(IsField));
    }

    private static bool IsField(PropertyInfo property) =>
        property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && !IsHidden(property);

    private static bool IsField(MethodInfo method) =>
        !method.IsSpecialName && !method.IsGenericMethod && !IsHidden(method) && !IsOfEveryObject(method)
        && method.ReturnType != typeof(void)
        && !method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef);

    private static bool IsHidden(MemberInfo member) => member.IsDefined(typeof(GraphQLIgnoreAttribute)) || member.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsOfEveryObject(MethodInfo method) =>
        method.GetBaseDefinition().DeclaringType == typeof(object) || method.Name is nameof(Equals) or nameof(GetHashCode) or nameof(ToString) or nameof(GetType);
}
