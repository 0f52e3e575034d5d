using HotChocolate.Execution;

namespace HotChocolate.TypeSystem.Sdl;

/// <summary>What the text of a schema cannot say.</summary>
internal sealed class SdlBindings
{
    public static SdlBindings None { get; } = new();

    /// <summary>How fields get their values, by <c>Type.field</c>.</summary>
    public IReadOnlyDictionary<string, FieldResolver> Resolvers { get; init; } = new Dictionary<string, FieldResolver>();

    /// <summary>How the schema's own scalars are read and written, by name; a scalar that is absent takes any value.</summary>
    public IReadOnlyDictionary<string, IScalarForm> Scalars { get; init; } = new Dictionary<string, IScalarForm>();

    /// <summary>What the values of object types are in C#, by name.</summary>
    public IReadOnlyDictionary<string, Type> RuntimeTypes { get; init; } = new Dictionary<string, Type>();

    /// <summary>What enum values are in C#, by <c>Enum.VALUE</c>; a value that is absent is its own name.</summary>
    public IReadOnlyDictionary<string, object> EnumValues { get; init; } = new Dictionary<string, object>();
}
