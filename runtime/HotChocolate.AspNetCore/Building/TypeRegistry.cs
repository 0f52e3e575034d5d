using HotChocolate.TypeSystem;

namespace HotChocolate.Building;

/// <summary>The types of the schema that is being built. Types name each other in circles, so each is known by name before its parts are made.</summary>
internal sealed class TypeRegistry
{
    private readonly Dictionary<string, NamedType> _byName = new(StringComparer.Ordinal);
    private readonly Queue<Action> _incomplete = new();

    public IEnumerable<NamedType> All => _byName.Values;

    public NamedType? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Adds a type, whose parts are made later.</summary>
    /// <param name="type">The type.</param>
    /// <param name="origin">The C# type that it is made of, for the error.</param>
    /// <param name="complete">Makes its parts.</param>
    /// <exception cref="SchemaError">Another type has the name.</exception>
    public T Add<T>(T type, object origin, Action<T>? complete = null)
        where T : NamedType
    {
        if (!_byName.TryAdd(type.Name, type) && _byName[type.Name] != type)
            throw new SchemaError($"Two types are called {type.Name}, one of them made of {origin}: give one another name with [GraphQLName].");
        if (complete is not null)
            _incomplete.Enqueue(() => complete(type));
        return type;
    }

    /// <summary>Makes the parts of all types, also of those that are added meanwhile.</summary>
    public void Complete()
    {
        while (_incomplete.TryDequeue(out var complete))
            complete();
    }
}
