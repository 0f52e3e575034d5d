using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.TypeSystem;

namespace HotChocolate.Building;

/// <summary>How an object of a C# class is made of input fields: by a constructor whose parameters are named like properties, then by setters. What is not given is not set.</summary>
internal sealed class InputShape(Type type, InputTypes inputs)
{
    private static readonly MethodInfo Value = typeof(InputShape).GetMethod(nameof(ValueOf), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo Given = typeof(IReadOnlyDictionary<string, object?>).GetMethod(nameof(IReadOnlyDictionary<,>.ContainsKey))!;

    private Func<IReadOnlyDictionary<string, object?>, object>? _create;

    public object Create(IReadOnlyDictionary<string, object?> fields) => _create!(fields);

    /// <summary>Makes the fields, and with them the way to make an object.</summary>
    public IReadOnlyList<InputValue> Read()
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && !property.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .ToList();
        var constructor = Constructor(properties);
        var parameters = constructor?.GetParameters() ?? [];

        var fields = Expression.Parameter(typeof(IReadOnlyDictionary<string, object?>));
        var made = Expression.Variable(type);
        var arguments = new Expression[parameters.Length];
        List<Expression> setters = [];
        List<InputValue> values = [];
        foreach (var property in properties)
        {
            var position = Array.FindIndex(parameters, parameter => IsFor(parameter, property));
            if (position < 0 && property.SetMethod is not { IsPublic: true })
                continue;
            var member = inputs.Field(property, position < 0 ? null : parameters[position]);
            values.Add(member.Value);
            var name = Expression.Constant(member.Value.Name);
            var given = Expression.Call(fields, Given, name);
            var value = member.Read(property.PropertyType, given, Expression.Call(Value, fields, name));
            if (position < 0)
                setters.Add(Expression.IfThen(given, Expression.Call(made, property.SetMethod!, value)));
            else
                arguments[position] = value;
        }

        var start = Expression.Assign(made, constructor is null ? Expression.New(type) : Expression.New(constructor, arguments));
        var body = Expression.Block([made], [start, .. setters, Expression.Convert(made, typeof(object))]);
        _create = Expression.Lambda<Func<IReadOnlyDictionary<string, object?>, object>>(body, fields).Compile();
        return values;
    }

    private ConstructorInfo? Constructor(List<PropertyInfo> properties)
    {
        var fitting = type.GetConstructors()
            .Where(made => made.GetParameters().All(parameter => properties.Any(property => IsFor(parameter, property))))
            .MaxBy(made => made.GetParameters().Length);
        if (fitting is null && !type.IsValueType)
            throw new SchemaError($"{type} cannot be made of input: give it a public constructor whose parameters are named like its properties.");
        return fitting;
    }

    private static bool IsFor(ParameterInfo parameter, PropertyInfo property) =>
        string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase) && parameter.ParameterType == property.PropertyType;

    private static object? ValueOf(IReadOnlyDictionary<string, object?> fields, string name) => fields.GetValueOrDefault(name);
}
