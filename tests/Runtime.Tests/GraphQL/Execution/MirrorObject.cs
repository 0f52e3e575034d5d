using System.Text.Json;

namespace Training.Runtime.Tests.GraphQL.Execution;

/// <summary>An object of the mirror schema's data: both implementations read the same JSON.</summary>
internal class MirrorObject(MirrorData data, JsonElement fields)
{
    public object? Get(string name) => fields.TryGetProperty(name, out var value) ? data.Value(value) : null;

    public string? Text(string name) => (string?)Get(name);
}

/// <summary>The runtime type of one object type.</summary>
internal sealed class Mirror<T>(MirrorData data, JsonElement fields) : MirrorObject(data, fields);

internal sealed class PersonTag;

internal sealed class DogTag;

internal sealed class CatTag;

internal sealed class StoneTag;

internal sealed class CounterTag;

/// <summary>What a resolver of the mirror schema throws where the data say so.</summary>
internal sealed class MirrorError(string message) : Exception(message);
