using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>An operation of a random document, with the variables that it and its fragments use.</summary>
internal sealed class RandomOperation(Schema schema, Chance chance, FragmentPool fragments)
{
    private readonly RandomValues _values = new(chance);

    public string Write(int index, bool isAlone)
    {
        var kinds = Enum.GetValues<OperationKind>().Where(kind => schema.Root(kind) is not null).ToList();
        var kind = chance.Half ? OperationKind.Query : chance.Of(kinds);
        var root = schema.Root(kind)!;
        var user = $"Op{index}";
        var mayHaveConditions = kind != OperationKind.Subscription;
        var body = kind == OperationKind.Subscription && !chance.Mistake
            ? Single(root, user)
            : new RandomSelections(schema, chance, _values, type => fragments.For(type, user, 0)).Write(root, mayHaveConditions);
        body = body[..^1] + Spreads(root, user) + "}";
        var directives = RandomDirectives.Next(schema, chance, _values, kind.ToString().ToUpperInvariant(), mayHaveConditions);
        var isAnonymous = isAlone ? chance.Half : chance.Mistake;
        var definitions = Definitions(user);
        if (isAnonymous && kind == OperationKind.Query && definitions.Length + directives.Length == 0)
            return body.TrimStart();
        var name = isAnonymous ? "" : $" {(chance.Mistake ? "Op0" : user)}";
        return $"{(chance.Rarely ? "\"described\" " : "")}{kind.ToString().ToLowerInvariant()}{name}{definitions}{directives}{body}";
    }

    private string Single(ObjectType root, string user)
    {
        var field = chance.Of(root.Fields);
        return $" {{ {field.Name}{(field.Type.IsLeaf ? "" : new RandomSelections(schema, chance, _values, type => fragments.For(type, user, 0)).Write(field.Type.Named))} }}";
    }

    /// <summary>Spreads of the fragments that nobody spread: at the root where they fit.</summary>
    private string Spreads(ObjectType root, string user)
    {
        var text = "";
        foreach (var (name, condition) in fragments.Unused())
        {
            if (chance.Mistake || root == schema.Subscription || !schema.Possible(condition).Contains(root))
                continue;
            fragments.Use(user, name);
            text += $" ...{name} ";
        }

        return text;
    }

    private string Definitions(string user)
    {
        var used = _values.Variables.Concat(fragments.Variables(user)).GroupBy(variable => variable.Key).Select(group => group.First())
            .Where(_ => !chance.Mistake).Select(variable => Definition(variable.Key, variable.Value)).ToList();
        if (chance.Mistake)
            used.Add(Definition($"v{chance.Below(3)}", chance.Of(Strange.Types)));
        if (chance.Mistake && used.Count > 0)
            used.Add(used[0]);
        return used.Count == 0 ? "" : $"({string.Join(chance.Half ? ", " : "\n  ", used)})";
    }

    private string Definition(string name, string type)
    {
        var written = chance.Mistake ? type.TrimEnd('!') : chance.Rarely && !type.EndsWith('!') ? $"{type}!" : type;
        var constant = chance.Rarely && TypeOf(written) is { IsInput: true } known ? $" = {Constant(known)}" : chance.Mistake ? " = 5" : "";
        return $"${name}: {written}{constant}{RandomDirectives.Next(schema, chance, new RandomValues(chance), "VARIABLE_DEFINITION", mayVary: false)}";
    }

    private string Constant(GraphType type)
    {
        var value = new RandomValues(chance).Next(type, mayVary: false);
        return value.Contains('$') ? "null" : value;
    }

    private GraphType? TypeOf(string written)
    {
        var document = Parser.Parse($"query(${"x"}: {written}) {{ x }}", ParserLimits.None);
        return schema.Resolve(((OperationNode)document.Definitions[0]).Variables[0].Type);
    }
}
