using System.Reflection;
using HotChocolate.Types;

namespace HotChocolate.Configuration;

/// <summary>An assembly's classes that say what they are in the schema.</summary>
internal static class AnnotatedTypes
{
    private static readonly HashSet<Type> Annotations =
    [
        typeof(QueryTypeAttribute), typeof(MutationTypeAttribute), typeof(SubscriptionTypeAttribute), typeof(ObjectTypeAttribute),
        typeof(InterfaceTypeAttribute), typeof(UnionTypeAttribute), typeof(EnumTypeAttribute),
    ];

    public static IEnumerable<Type> Of(Assembly assembly) =>
        assembly.GetTypes().Where(IsAnnotated).OrderBy(type => type.FullName, StringComparer.Ordinal);

    /// <summary>The C# type that an extension class adds fields to; null where it is none.</summary>
    public static Type? ExtendedBy(Type type) => type.CustomAttributes
        .Select(annotation => annotation.AttributeType)
        .FirstOrDefault(annotation => annotation.IsGenericType && annotation.GetGenericTypeDefinition() == typeof(ObjectTypeAttribute<>))
        ?.GenericTypeArguments[0];

    private static bool IsAnnotated(Type type) =>
        type.CustomAttributes.Any(annotation => Annotations.Contains(annotation.AttributeType)) || ExtendedBy(type) is not null;
}
