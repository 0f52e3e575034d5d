using System.Reflection;
using HotChocolate.TypeSystem;

namespace HotChocolate.Building;

/// <summary>The scalars and enums that C# values are written as.</summary>
internal sealed class LeafTypes(TypeRegistry registry, Words words)
{
    private static readonly Dictionary<Type, ScalarType> Scalars = new()
    {
        [typeof(string)] = SpecifiedScalars.String,
        [typeof(bool)] = SpecifiedScalars.Boolean,
        [typeof(int)] = SpecifiedScalars.Int,
        [typeof(short)] = SpecifiedScalars.Int,
        [typeof(double)] = SpecifiedScalars.Float,
        [typeof(float)] = SpecifiedScalars.Float,
        [typeof(long)] = FurtherScalars.Long,
        [typeof(uint)] = FurtherScalars.Long,
        [typeof(decimal)] = FurtherScalars.Decimal,
        [typeof(Guid)] = FurtherScalars.Uuid,
        [typeof(DateTimeOffset)] = FurtherScalars.DateTime,
        [typeof(DateTime)] = FurtherScalars.DateTime,
        [typeof(DateOnly)] = FurtherScalars.LocalDate,
        [typeof(Uri)] = FurtherScalars.Url,
    };

    private readonly Dictionary<Type, EnumType> _enums = [];

    public ScalarType Id => registry.Add(SpecifiedScalars.Id, typeof(string));

    public NamedType? Find(Type type)
    {
        if (type.IsEnum)
            return _enums.TryGetValue(type, out var known) ? known : _enums[type] = registry.Add(Enum(type), type);
        return Scalars.TryGetValue(type, out var scalar) ? registry.Add(scalar, type) : null;
    }

    private EnumType Enum(Type type) => new(Naming.Output(type), words.Of(type), [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(IsGiven).Select(Value)]);

    private static bool IsGiven(FieldInfo value) => !value.IsDefined(typeof(GraphQLIgnoreAttribute));

    private EnumValue Value(FieldInfo value) => new(Naming.EnumValue(value), words.Of(value), Words.Deprecation(value), value.GetValue(null)!);
}
