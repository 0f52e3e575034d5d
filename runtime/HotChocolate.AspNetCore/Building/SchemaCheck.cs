using System.Text.RegularExpressions;
using HotChocolate.TypeSystem;

namespace HotChocolate.Building;

/// <summary>What the specification asks of a schema, beyond what its parts see of themselves (section 3, "type validation").</summary>
internal static partial class SchemaCheck
{
    private static readonly string[] NoEnumValues = ["true", "false", "null"];

    /// <exception cref="SchemaError">It asks for something else.</exception>
    public static void Check(Schema schema)
    {
        foreach (var type in schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            Name(type.Name, "A type");
            switch (type)
            {
                case FieldsType one:
                    Fields(one);
                    foreach (var wider in one.Interfaces)
                        Implements(schema, one, wider);
                    break;
                case InputType one:
                    Inputs(one.Fields, one.Name);
                    Endless(one, one, []);
                    break;
                case EnumType one:
                    Values(one);
                    break;
            }
        }
    }

    private static void Fields(FieldsType type)
    {
        foreach (var field in type.Fields)
        {
            Name(field.Name, $"A field of {type.Name}");
            Inputs(field.Arguments, $"{type.Name}.{field.Name}");
        }
    }

    private static void Inputs(IReadOnlyList<InputValue> inputs, string place)
    {
        foreach (var input in inputs)
        {
            Name(input.Name, $"An input of {place}");
            if (input is { IsRequired: true, DeprecationReason: not null })
                throw new SchemaError($"'{input.Name}' of {place} is deprecated and required: who leaves it out would be refused. Make it nullable or give it a default.");
        }
    }

    private static void Values(EnumType type)
    {
        if (type.Values.Count == 0)
            throw new SchemaError($"The enum {type.Name} has no values.");
        foreach (var value in type.Values)
        {
            Name(value.Name, $"A value of {type.Name}");
            if (NoEnumValues.Contains(value.Name))
                throw new SchemaError($"A value of {type.Name} cannot be called '{value.Name}': give it another name with [GraphQLName].");
        }
    }

    private static void Name(string name, string what)
    {
        if (!Names().IsMatch(name) || name.StartsWith("__", StringComparison.Ordinal))
            throw new SchemaError($"{what} cannot be called '{name}': a name is of letters, digits and underscores, begins with no digit and not with two underscores.");
    }

    private static void Implements(Schema schema, FieldsType type, InterfaceType wider)
    {
        foreach (var asked in wider.Fields)
        {
            var place = $"{type.Name}.{asked.Name}";
            var own = type.Find(asked.Name) ?? throw new SchemaError($"{type.Name} implements {wider.Name} and so needs the field '{asked.Name}'.");
            if (!schema.IsSubType(own.Type, asked.Type))
                throw new SchemaError($"{place} is {own.Type}, but {wider.Name} says {asked.Type}: give the one the other's type and nullability.");
            foreach (var argument in asked.Arguments)
            {
                if (own.Argument(argument.Name)?.Type.ToString() != argument.Type.ToString())
                    throw new SchemaError($"{place} needs the argument '{argument.Name}: {argument.Type}' as {wider.Name} has it.");
            }

            if (own.Arguments.FirstOrDefault(argument => argument.IsRequired && asked.Argument(argument.Name) is null) is { } further)
                throw new SchemaError($"{place} requires '{further.Name}', which {wider.Name} does not know: make it nullable or give it a default.");
        }
    }

    /// <summary>An input that requires itself could never be given.</summary>
    private static void Endless(InputType start, InputType at, HashSet<InputType> seen)
    {
        foreach (var field in at.Fields)
        {
            if (field.Type is not NonNullType { Inner: InputType next })
                continue;
            if (next == start)
                throw new SchemaError($"The input {start.Name} requires itself, by '{field.Name}' of {at.Name}: make that nullable.");
            if (seen.Add(next))
                Endless(start, next, seen);
        }
    }

    [GeneratedRegex("^[_A-Za-z][_0-9A-Za-z]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
