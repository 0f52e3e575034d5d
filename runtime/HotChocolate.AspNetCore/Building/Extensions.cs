using HotChocolate.Configuration;

namespace HotChocolate.Building;

/// <summary>The classes that add fields to an object type from outside.</summary>
internal sealed class Extensions(IEnumerable<Type> types)
{
    private readonly ILookup<Type, Type> _byType = types
        .Select(type => (Extension: type, Extended: AnnotatedTypes.ExtendedBy(type)))
        .Where(pair => pair.Extended is not null)
        .OrderBy(pair => pair.Extension.FullName, StringComparer.Ordinal)
        .ToLookup(pair => pair.Extended!, pair => pair.Extension);

    public IEnumerable<Type> Of(Type type) => _byType[type];
}
