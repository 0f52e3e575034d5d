using HotChocolate.Language;

namespace HotChocolate.TypeSystem.Sdl;

/// <summary>Makes a schema of its text (specification, section 3).</summary>
internal static class SdlSchema
{
    /// <summary>Reads a schema.</summary>
    /// <param name="sdl">Definitions and extensions, in any order.</param>
    /// <param name="bindings">What the text cannot say.</param>
    /// <exception cref="SyntaxError">It is no document.</exception>
    /// <exception cref="SdlError">It names what it does not define, or defines something twice.</exception>
    public static Schema Read(string sdl, SdlBindings? bindings = null)
    {
        var document = Parser.Parse(sdl, ParserLimits.None);
        var definitions = document.Definitions.Select(definition =>
            definition as TypeSystemNode ?? throw new SdlError($"Operations and fragments are no part of a schema. Remove the one at offset {definition.Start}.")).ToList();
        var types = new SdlTypes(definitions, bindings ?? SdlBindings.None);
        var directives = definitions.OfType<DirectiveDefinitionNode>().Select(types.Directive).ToList();
        directives.InsertRange(0, SpecifiedDirectives.All.Where(one => directives.TrueForAll(own => own.Name != one.Name)));
        var roots = definitions.OfType<SchemaNode>().ToList();
        return new Schema(
            types.All, directives, Root(types, roots, OperationKind.Query), Root(types, roots, OperationKind.Mutation), Root(types, roots, OperationKind.Subscription),
            roots.Find(root => root.Description is not null)?.Description?.Value);
    }

    private static ObjectType? Root(SdlTypes types, List<SchemaNode> roots, OperationKind kind)
    {
        var named = roots.SelectMany(root => root.RootTypes).FirstOrDefault(root => root.Kind == kind);
        if (named is not null)
            return types.Named(named.Type) as ObjectType ?? throw new SdlError($"{named.Type} is no object type: name one as the root of {kind}.");
        return roots.Exists(root => !root.IsExtension) ? null : types.All.FirstOrDefault(type => type.Name == kind.ToString()) as ObjectType;
    }
}
