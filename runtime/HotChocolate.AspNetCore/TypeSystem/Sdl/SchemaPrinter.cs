using System.Text;
using HotChocolate.Language;

namespace HotChocolate.TypeSystem.Sdl;

/// <summary>Writes a schema as text: everything but what every schema has, in the order in which the schema has it.</summary>
internal sealed class SchemaPrinter
{
    private readonly StringBuilder _text = new();

    private SchemaPrinter()
    {
    }

    /// <summary>The schema's text; no line break at its end.</summary>
    public static string Print(Schema schema)
    {
        var printer = new SchemaPrinter();
        printer.Write(schema);
        return printer._text.ToString();
    }

    private void Write(Schema schema)
    {
        if (schema.Description is not null || !HasUsualRoots(schema))
            Roots(schema);
        foreach (var directive in schema.Directives)
        {
            if (!SpecifiedDirectives.IsOne(directive))
                Directive(directive);
        }

        foreach (var type in schema.Types)
        {
            if (!type.Name.StartsWith("__", StringComparison.Ordinal) && !SpecifiedScalars.IsOne(type))
                Type(type);
        }
    }

    private static bool HasUsualRoots(Schema schema) =>
        schema.Query is null or { Name: "Query" } && schema.Mutation is null or { Name: "Mutation" } && schema.Subscription is null or { Name: "Subscription" };

    private void Roots(Schema schema)
    {
        Begin(schema.Description);
        _text.Append("schema {\n");
        Root("query", schema.Query);
        Root("mutation", schema.Mutation);
        Root("subscription", schema.Subscription);
        _text.Append('}');
    }

    private void Root(string kind, ObjectType? type)
    {
        if (type is not null)
            _text.Append("  ").Append(kind).Append(": ").Append(type.Name).Append('\n');
    }

    private void Directive(DirectiveType directive)
    {
        Begin(directive.Description);
        _text.Append("directive @").Append(directive.Name);
        Arguments(directive.Arguments, "");
        _text.Append(directive.IsRepeatable ? " repeatable on " : " on ").AppendJoin(" | ", directive.Locations);
    }

    private void Type(NamedType type)
    {
        Begin(type.Description);
        switch (type)
        {
            case ScalarType one:
                _text.Append("scalar ").Append(one.Name);
                Applied("specifiedBy", "url", one.SpecifiedBy);
                break;
            case FieldsType one:
                _text.Append(one is ObjectType ? "type " : "interface ").Append(one.Name);
                if (one.Interfaces.Count > 0)
                    _text.Append(" implements ").AppendJoin(" & ", one.Interfaces.Select(wider => wider.Name));
                Block(one.Fields, field => field.Description, Field);
                break;
            case UnionType one:
                _text.Append("union ").Append(one.Name);
                if (one.Members.Count > 0)
                    _text.Append(" = ").AppendJoin(" | ", one.Members.Select(member => member.Name));
                break;
            case EnumType one:
                _text.Append("enum ").Append(one.Name);
                Block(one.Values, value => value.Description, Value);
                break;
            case InputType one:
                _text.Append("input ").Append(one.Name).Append(one.IsOneOf ? " @oneOf" : "");
                Block(one.Fields, field => field.Description, Input);
                break;
        }
    }

    private void Begin(string? description)
    {
        if (_text.Length > 0)
            _text.Append("\n\n");
        Description(description, "");
    }

    private void Block<T>(IReadOnlyList<T> items, Func<T, string?> description, Action<T> write)
    {
        if (items.Count == 0)
            return;
        _text.Append(" {\n");
        for (var i = 0; i < items.Count; i++)
        {
            // A described member stands apart from what comes before it.
            if (i > 0 && description(items[i]) is not null)
                _text.Append('\n');
            Description(description(items[i]), "  ");
            _text.Append("  ");
            write(items[i]);
            _text.Append('\n');
        }

        _text.Append('}');
    }

    private void Field(Field field)
    {
        _text.Append(field.Name);
        Arguments(field.Arguments, "  ");
        _text.Append(": ").Append(field.Type);
        Deprecated(field.DeprecationReason);
    }

    private void Value(EnumValue value)
    {
        _text.Append(value.Name);
        Deprecated(value.DeprecationReason);
    }

    private void Arguments(IReadOnlyList<InputValue> arguments, string indent)
    {
        if (arguments.Count == 0)
            return;
        var isDescribed = arguments.Any(argument => argument.Description is not null);
        _text.Append(isDescribed ? "(\n" : "(");
        for (var i = 0; i < arguments.Count; i++)
        {
            if (isDescribed)
            {
                if (i > 0)
                    _text.Append(arguments[i].Description is null ? "\n" : "\n\n");
                Description(arguments[i].Description, indent + "  ");
                _text.Append(indent).Append("  ");
            }
            else if (i > 0)
            {
                _text.Append(", ");
            }

            Input(arguments[i]);
        }

        _text.Append(isDescribed ? "\n" + indent : "").Append(')');
    }

    private void Input(InputValue value)
    {
        _text.Append(value.Name).Append(": ").Append(value.Type);
        if (value.DefaultValue is not null)
        {
            _text.Append(" = ");
            ValuePrinter.Print(_text, value.DefaultValue);
        }

        Deprecated(value.DeprecationReason);
    }

    private void Deprecated(string? reason)
    {
        if (reason == SpecifiedDirectives.NoReason)
            _text.Append(" @deprecated");
        else
            Applied("deprecated", "reason", reason);
    }

    private void Applied(string directive, string argument, string? value)
    {
        if (value is null)
            return;
        _text.Append(" @").Append(directive).Append('(').Append(argument).Append(": ");
        ValuePrinter.PrintString(_text, value);
        _text.Append(')');
    }

    private void Description(string? description, string indent)
    {
        if (description is null)
            return;
        var literal = new StringNode(0, description, BlockString.CanHold(description));
        _text.Append(indent).Append(ValuePrinter.Print(literal).Replace("\n", "\n" + indent, StringComparison.Ordinal)).Append('\n');
    }
}
