using HotChocolate.Language;

namespace HotChocolate.TypeSystem;

/// <summary>Structured input (specification, section 3.10).</summary>
internal sealed class InputType(string name, string? description, bool isOneOf) : NamedType(name, description)
{
    private readonly Dictionary<string, InputValue> _byName = new(StringComparer.Ordinal);

    /// <summary>Exactly one of its fields is given, and not as null.</summary>
    public bool IsOneOf { get; } = isOneOf;

    /// <summary>Makes the C# object from the fields that were given or have defaults; null leaves the dictionary as it is.</summary>
    public Func<IReadOnlyDictionary<string, object?>, object>? Create { get; init; }

    public IReadOnlyList<InputValue> Fields { get; private set; } = [];

    public InputValue? Find(string name) => _byName.GetValueOrDefault(name);

    public void Complete(IReadOnlyList<InputValue> fields)
    {
        Fields = fields;
        foreach (var field in fields)
            _byName.Add(field.Name, field);
    }
}

/// <summary>An argument of a field or directive, or a field of an input type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Type">Its type.</param>
/// <param name="DefaultValue">What holds where it is not given, or <c>null</c> for no default.</param>
/// <param name="DeprecationReason">Why not to use it any more, or <c>null</c>.</param>
internal sealed record InputValue(string Name, string? Description, GraphType Type, ValueNode? DefaultValue, string? DeprecationReason)
{
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}

/// <summary>A directive that documents may use (specification, section 3.13).</summary>
internal sealed record DirectiveType(
    string Name, string? Description, IReadOnlyList<InputValue> Arguments, IReadOnlyList<string> Locations, bool IsRepeatable)
{
    public InputValue? Argument(string name) => Arguments.FirstOrDefault(argument => argument.Name == name);
}
