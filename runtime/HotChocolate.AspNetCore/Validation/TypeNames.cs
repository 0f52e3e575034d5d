using HotChocolate.Language;

namespace HotChocolate.Validation;

/// <summary>Types that a document names are in the schema (specification, section 5.5.1.2).</summary>
internal static class TypeNames
{
    public static void Check(ValidationContext context, TypeNode reference)
    {
        while (reference is not NamedTypeNode)
            reference = reference is NonNullTypeNode nonNull ? nonNull.Inner : ((ListTypeNode)reference).Item;
        var name = ((NamedTypeNode)reference).Name.Value;
        if (context.Schema.Type(name) is null && !(context.HasTypeSystem && IsDefined(context, name)))
            context.Report(Rule.KnownTypeNames, $"The schema has no type \"{name}\". Correct the name.", reference.Start);
    }

    private static bool IsDefined(ValidationContext context, string name) =>
        context.Document.Definitions.Any(definition =>
            definition is TypeSystemNode { IsExtension: false } node and not (SchemaNode or DirectiveDefinitionNode) && node.Name?.Value == name);
}
