using System.Text.Json;
using HotChocolate.Execution;
using HotChocolate.Language;

namespace HotChocolate.TypeSystem;

/// <summary>Values without parts (specification, section 3.5).</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it is, for introspection.</param>
/// <param name="specifiedBy">Where its format is specified, or <c>null</c>.</param>
/// <param name="form">How its values are read and written.</param>
internal sealed class ScalarType(string name, string? description, string? specifiedBy, IScalarForm form) : NamedType(name, description)
{
    public string? SpecifiedBy { get; } = specifiedBy;

    public IScalarForm Form { get; } = form;
}

/// <summary>How the values of a scalar are read from documents and variables, and written into answers.</summary>
internal interface IScalarForm
{
    /// <summary>Reads a literal without variables.</summary>
    /// <exception cref="CoercionError">It is none of this scalar's.</exception>
    object? FromLiteral(ValueNode literal);

    /// <summary>Reads a variable's value, which is not null.</summary>
    /// <exception cref="CoercionError">It is none of this scalar's.</exception>
    object? FromJson(JsonElement value);

    /// <summary>Writes a resolved value.</summary>
    /// <exception cref="CoercionError">It cannot be written as this scalar.</exception>
    void Write(JsonBuffer json, object value);
}

/// <summary>A scalar that also writes values of a C# type without boxing them.</summary>
internal interface IScalarForm<in T> : IScalarForm
{
    /// <summary>Writes a resolved value.</summary>
    /// <exception cref="CoercionError">It cannot be written as this scalar.</exception>
    void Write(JsonBuffer json, T value);
}

/// <summary>A value is not one of its type.</summary>
/// <param name="message">What was met and what is expected.</param>
internal sealed class CoercionError(string message) : Exception(message);

internal sealed class EnumType(string name, string? description, IReadOnlyList<EnumValue> values) : NamedType(name, description)
{
    private readonly Dictionary<string, EnumValue> _byName = values.ToDictionary(value => value.Name, StringComparer.Ordinal);

    public IReadOnlyList<EnumValue> Values { get; } = values;

    public EnumValue? Find(string name) => _byName.GetValueOrDefault(name);
}

/// <param name="Name">Its name in documents and answers.</param>
/// <param name="Description">What it means.</param>
/// <param name="DeprecationReason">Why not to use it any more, or <c>null</c>.</param>
/// <param name="Value">What resolvers return and are given for it.</param>
internal sealed record EnumValue(string Name, string? Description, string? DeprecationReason, object Value);
