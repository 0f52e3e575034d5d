using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.Building;
using HotChocolate.Execution;
using HotChocolate.TypeSystem;

namespace HotChocolate.Types;

/// <summary>The object types of mutations' errors, and the interface of them all.</summary>
internal sealed class ErrorTypes(SchemaParts parts)
{
    private const string MessageName = "message";
    private const string MessageWords = "What is wrong and what to do about it.";

    private static readonly GraphType RequiredString = new NonNullType(SpecifiedScalars.String);

    private readonly Dictionary<Type, ObjectType> _made = [];
    private InterfaceType? _error;

    public ObjectType Of(Type type)
    {
        if (_made.TryGetValue(type, out var known))
            return known;
        var made = new ObjectType(NameOf(type), parts.Words.Of(type), type);
        _made.Add(type, made);
        parts.Outputs.Know(type, made);
        return parts.Registry.Add(made, type, one => one.Complete(FieldsOf(one, type), [Error()]));
    }

    private InterfaceType Error()
    {
        if (_error is not null)
            return _error;
        _error = parts.Registry.Add(new InterfaceType("Error", "Why a mutation was refused."), typeof(ErrorAttribute));
        _error.Complete([new Field(MessageName, MessageWords, [], RequiredString, null)], []);
        return _error;
    }

    private IReadOnlyList<Field> FieldsOf(ObjectType made, Type type)
    {
        var fields = new FieldList();
        var message = typeof(Exception).IsAssignableFrom(type) ? type.GetProperty(nameof(Exception.Message)) : null;
        if (message?.DeclaringType == typeof(Exception))
            fields.Add(message.Name, Message(type));
        foreach (var member in FieldMembers.Of(type).Where(member => member is PropertyInfo))
            fields.Add(member.Name, parts.Fields.OfMember(member, type, made.Name, isResolved: true));
        if (fields.All.FirstOrDefault(field => field.Name == MessageName) is not { Type: NonNullType { Inner: var inner } } || inner != SpecifiedScalars.String)
            throw new SchemaError($"{type} is a mutation's error: give it a property Message that is a string and never null.");
        return fields.All;
    }

    private static Field Message(Type type)
    {
        var parent = Expression.Parameter(type, "parent");
        var read = Expression.Lambda(Expression.Property(parent, nameof(Exception.Message)), parent);
        return new Field(MessageName, MessageWords, [], RequiredString, null) { Resolver = new MemberResolver(read) };
    }

    private static string NameOf(Type type)
    {
        const string suffix = nameof(Exception);
        var name = Naming.Output(type);
        return typeof(Exception).IsAssignableFrom(type) && name.EndsWith(suffix, StringComparison.Ordinal) ? string.Concat(name.AsSpan(0, name.Length - suffix.Length), "Error") : name;
    }
}
