using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Validation;

/// <summary>Arguments of fields and directives (specification, section 5.4).</summary>
internal sealed class ArgumentRules(ValidationContext context, ValueRules values)
{
    public void Check(FieldNode node, Field? field, NamedType? parent)
    {
        for (var i = 0; i < node.Arguments.Count; i++)
        {
            var argument = node.Arguments[i];
            var known = field?.Argument(argument.Name.Value);
            if (field is not null && known is null)
            {
                context.Report(
                    Rule.KnownArgumentNames, $"Field \"{parent}.{node.Name}\" has no argument \"{argument.Name}\". Correct the name, or leave it out.", argument.Start);
            }

            values.Check(argument.Value, known?.Type, known?.DefaultValue is not null);
        }

        Unique(node.Arguments);
        for (var i = 0; i < field?.Arguments.Count; i++)
        {
            var known = field.Arguments[i];
            if (known.IsRequired && !IsGiven(node.Arguments, known.Name))
            {
                context.Report(
                    Rule.ProvidedRequiredArguments, $"Field \"{node.Name}\" needs argument \"{known.Name}\" of type \"{known.Type}\". Add it.", node.Start);
            }
        }
    }

    /// <param name="node">The directive as it is applied.</param>
    /// <param name="directive">What holds for it, if it is known.</param>
    /// <param name="enclosing">The field where it stands, if any: by it the arguments of an unknown directive are typed, as the reference implementation does.</param>
    public void Check(DirectiveNode node, DirectiveType? directive, Field? enclosing)
    {
        var typed = context.Schema.Directive(node.Name.Value);
        for (var i = 0; i < node.Arguments.Count; i++)
        {
            var argument = node.Arguments[i];
            if (directive is not null && directive.Argument(argument.Name.Value) is null)
            {
                context.Report(
                    Rule.KnownArgumentNames, $"Directive \"@{node.Name}\" has no argument \"{argument.Name}\". Correct the name, or leave it out.", argument.Start);
            }

            var known = typed is null ? enclosing?.Argument(argument.Name.Value) : typed.Argument(argument.Name.Value);
            values.Check(argument.Value, known?.Type, known?.DefaultValue is not null);
        }

        Unique(node.Arguments);
        for (var i = 0; i < directive?.Arguments.Count; i++)
        {
            var known = directive.Arguments[i];
            if (known.IsRequired && !IsGiven(node.Arguments, known.Name))
            {
                context.Report(
                    Rule.ProvidedRequiredArguments, $"Directive \"@{node.Name}\" needs argument \"{known.Name}\" of type \"{known.Type}\". Add it.", node.Start);
            }
        }
    }

    private void Unique(IReadOnlyList<ArgumentNode> arguments)
    {
        foreach (var same in Repeats.Of(arguments, static argument => argument.Name.Value))
        {
            context.Report(
                Rule.UniqueArgumentNames, $"Argument \"{same[0].Name}\" is given {same.Count} times. Give it once.", [.. same.Select(argument => argument.Name.Start)]);
        }
    }

    private static bool IsGiven(IReadOnlyList<ArgumentNode> arguments, string name)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Name.Value == name)
                return true;
        }

        return false;
    }
}
