using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Validation;

/// <summary>Directives (specification, section 5.7).</summary>
internal sealed class DirectiveRules(ValidationContext context, ArgumentRules arguments)
{
    /// <param name="directives">What is applied at one place.</param>
    /// <param name="location">What kind of place.</param>
    /// <param name="enclosing">The field in which it is, if any.</param>
    public void Check(IReadOnlyList<DirectiveNode> directives, string location, Field? enclosing)
    {
        if (directives.Count == 0)
            return;
        Each(directives, location, enclosing);
        Unique(directives);
    }

    public void Each(IReadOnlyList<DirectiveNode> directives, string location, Field? enclosing)
    {
        for (var i = 0; i < directives.Count; i++)
        {
            var node = directives[i];
            var directive = context.Directive(node.Name.Value);
            if (directive is null)
                context.Report(Rule.KnownDirectives, $"The schema has no directive \"@{node.Name}\". Correct the name, or leave it out.", node.Start);
            else if (!directive.Locations.Contains(location))
                context.Report(Rule.KnownDirectives, $"Directive \"@{node.Name}\" cannot stand on {location}, only on {string.Join(", ", directive.Locations)}.", node.Start);
            arguments.Check(node, directive, enclosing);
        }
    }

    public void Unique(IReadOnlyList<DirectiveNode> directives)
    {
        for (var i = 1; i < directives.Count; i++)
        {
            var name = directives[i].Name.Value;
            if (context.Directive(name) is not { IsRepeatable: false })
                continue;
            var first = 0;
            while (directives[first].Name.Value != name)
                first++;
            if (first < i)
            {
                context.Report(
                    Rule.UniqueDirectivesPerLocation, $"Directive \"@{name}\" can be used only once at one place. Remove one.", directives[first].Start, directives[i].Start);
            }
        }
    }
}
