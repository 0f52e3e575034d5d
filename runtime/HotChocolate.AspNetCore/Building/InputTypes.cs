using System.Reflection;
using HotChocolate.Types;
using HotChocolate.Types.Relay;
using HotChocolate.TypeSystem;

namespace HotChocolate.Building;

/// <summary>The types that clients give values of, made of C# classes.</summary>
internal sealed class InputTypes(TypeRegistry registry, LeafTypes leafs, Words words)
{
    private readonly Dictionary<Type, InputType> _inputs = [];

    public GraphType Of(TypeUse use)
    {
        GraphType type = use.Item is { } item ? new ListType(Of(item)) : Named(use.Type);
        return use.IsNullable ? type : new NonNullType(type);
    }

    public InputMember Argument(ParameterInfo parameter) => Member(
        Naming.Argument(parameter), words.Of(parameter), TypeUse.Of(parameter), parameter, Default(parameter), Words.Deprecation(parameter));

    public InputMember Field(PropertyInfo property, ParameterInfo? parameter) => Member(
        Naming.Field(property), words.Of(property), TypeUse.Written(property), property, Default(property, parameter), Words.Deprecation(property));

    private InputMember Member(string name, string? description, TypeUse use, ICustomAttributeProvider annotated, object? defaultValue, string? deprecation)
    {
        var inner = InputMember.IsOptional(use.Type) ? use.Arguments[0] : use;
        var id = GlobalIdUse.Of(annotated);
        var type = id is null ? Of(inner) : IdOf(inner);
        var convert = InputConversion.To(inner, id is null ? null : ReaderOf(id, inner));
        return new InputMember(new InputValue(name, description, type, Literals.Of(defaultValue, type), deprecation), convert);
    }

    private GraphType IdOf(TypeUse use)
    {
        GraphType type = use.Item is { } item ? new ListType(IdOf(item)) : leafs.Id;
        return use.IsNullable ? type : new NonNullType(type);
    }

    private static Func<object, object> ReaderOf(GlobalIdUse id, TypeUse use)
    {
        while (use.Item is { } item)
            use = item;
        var type = use.Type;
        return value => GlobalId.Decode((string)value, id.TypeName, type);
    }

    private NamedType Named(Type type)
    {
        if (leafs.Find(type) is { } leaf)
            return leaf;
        if (_inputs.TryGetValue(type, out var known))
            return known;
        if (type.IsInterface || type.IsAbstract || type == typeof(object) || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
            throw new SchemaError($"{type} cannot be an input: take a class or record of your own, an enum, or one of the scalars. If it is a service, register it or mark the parameter with [Service].");
        var name = Naming.Input(type);
        var shape = new InputShape(type, this);
        return _inputs[type] = registry.Add(
            new InputType(name, words.Of(type), type.IsDefined(typeof(OneOfAttribute))) { Create = shape.Create }, type, input => Complete(input, shape, type));
    }

    private static void Complete(InputType input, InputShape shape, Type type)
    {
        var fields = shape.Read();
        if (fields.Count == 0)
            throw new SchemaError($"{type} has no property that can be set: an input needs a field.");
        if (input.IsOneOf && fields.FirstOrDefault(field => field.IsRequired || field.DefaultValue is not null) is { } required)
            throw new SchemaError($"{type} is [OneOf], so '{required.Name}' must be nullable and without default.");
        input.Complete(fields);
    }

    private static object? Default(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<DefaultValueAttribute>() is { } given ? given.Value : parameter.HasDefaultValue ? InEnum(parameter.RawDefaultValue, parameter.ParameterType) : null;

    private static object? Default(PropertyInfo property, ParameterInfo? parameter) =>
        property.GetCustomAttribute<DefaultValueAttribute>() is { } given ? given.Value : parameter is null ? null : Default(parameter);

    private static object? InEnum(object? raw, Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return raw is not null && inner.IsEnum ? Enum.ToObject(inner, raw) : raw;
    }
}
