using System.Reflection;
using HotChocolate.Types;
using HotChocolate.TypeSystem;

namespace HotChocolate.Building;

/// <summary>The fields of a type, in order; an extension's takes the place of one that it binds to or that has its name.</summary>
internal sealed class FieldList
{
    private readonly List<(string Member, Field Field)> _fields = [];

    public IReadOnlyList<Field> All => [.. _fields.Select(one => one.Field)];

    public void Add(string member, Field field)
    {
        if (_fields.Any(one => one.Field.Name == field.Name))
            throw new SchemaError($"Two members become the field '{field.Name}', one of them {member}: give one another name with [GraphQLName].");
        _fields.Add((member, field));
    }

    public void Extend(MemberInfo member, Field field)
    {
        var bound = member.GetCustomAttribute<BindMemberAttribute>()?.Name;
        var place = _fields.FindIndex(one => bound is null ? one.Field.Name == field.Name : one.Member == bound);
        if (place >= 0)
            _fields[place] = (member.Name, field);
        else if (bound is null)
            Add(member.Name, field);
        else
            throw new SchemaError($"{SchemaError.Place(member)} binds to '{bound}', which the type has not.");
    }
}
