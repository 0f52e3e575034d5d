using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.CostAnalysis.Types;
using HotChocolate.Execution;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Types.Relay;
using HotChocolate.TypeSystem;

namespace HotChocolate.Building;

/// <summary>Makes fields of properties and methods.</summary>
internal sealed class FieldFactory(SchemaParts parts)
{
    /// <summary>The field that a member is.</summary>
    /// <param name="member">A property or method.</param>
    /// <param name="owner">The C# type of the objects that have the field; null for a root.</param>
    /// <param name="ownerName">Their type's name.</param>
    /// <param name="isResolved">Whether the field gets a value; an interface's does not.</param>
    public Field OfMember(MemberInfo member, Type? owner, string ownerName, bool isResolved)
    {
        try
        {
            var draft = Draft(member, owner, ownerName);
            return isResolved ? draft.ToField() : draft.ToUnresolvedField();
        }
        catch (SchemaError problem)
        {
            throw new SchemaError($"{SchemaError.Place(member)}: {problem.Message}");
        }
    }

    public FieldDraft Draft(MemberInfo member, Type? owner, string ownerName) => member switch
    {
        PropertyInfo { GetMethod.IsStatic: false } property => OfProperty(property, owner!, ownerName),
        PropertyInfo property => OfMethod(property.GetMethod!, property, Naming.Field(property), parts.Words.Of(property), TypeUse.Read(property), owner, ownerName),
        MethodInfo method => OfMethod(method, method, Naming.Field(method), parts.Words.Of(method), TypeUse.Returned(method).Awaited, owner, ownerName),
        _ => throw new SchemaError("is neither property nor method."),
    };

    private FieldDraft OfProperty(PropertyInfo property, Type owner, string ownerName)
    {
        var draft = Draft(property, Naming.Field(property), parts.Words.Of(property), TypeUse.Read(property), ownerName);
        if (draft.Result.IsAwaited || draft.Result.IsStream)
            throw new SchemaError("A property gives its value at once: make it a method.");
        var parent = Expression.Parameter(owner, "parent");
        Expression value = Expression.Property(property.DeclaringType == owner ? parent : Expression.Convert(parent, property.DeclaringType!), property);
        if (draft.Id is { } id)
            value = GlobalIdExpressions.Encode(value, draft.Result, id);
        draft.Resolver = draft.Page is { } page
            ? ListPagesResolver.Of(page, context => new ValueTask<object?>(property.GetValue(context.Parent)), draft.Result)
            : new MemberResolver(Expression.Lambda(value, parent));
        return draft;
    }

    private FieldDraft OfMethod(MethodInfo method, MemberInfo member, string name, string? description, TypeUse result, Type? owner, string ownerName)
    {
        if (result.Type == typeof(Task) || result.Type == typeof(ValueTask))
            throw new SchemaError("A field has a value: return one.");
        var draft = Draft(member, name, description, result, ownerName);
        draft.Method = method;
        draft.Bindings = [.. method.GetParameters().Select(parameter => parts.Parameters.Bind(parameter, draft.Page))];
        draft.Arguments.Add(draft.Bindings);
        draft.Complete = () => Resolve(draft, method, owner);
        return draft;
    }

    private void Resolve(FieldDraft draft, MethodInfo method, Type? owner)
    {
        if (draft.Id is null && draft.Page is null && ResolverCompiler.Pure(method, draft.Bindings, owner) is { } pure)
        {
            draft.Resolver = new MemberResolver(pure);
            return;
        }

        var resolve = ResolverCompiler.Compile(method, draft.Bindings, draft.Arguments);
        if (draft.Id is { } id)
            resolve = GlobalIdExpressions.Encoding(resolve, draft.Result, id);
        draft.Resolver = draft.Page is { } page && !ConnectionTypes.IsConnection(draft.Result.Type)
            ? ListPagesResolver.Of(page, resolve, draft.Result)
            : new MethodResolver(resolve);
        // What waits for nothing costs no more than what is read.
        if (TypeUse.NonNull(method.ReturnType) is { IsAwaited: true } or { IsStream: true })
            draft.Cost ??= parts.Setup.Cost.DefaultResolverCost;
    }

    private FieldDraft Draft(MemberInfo member, string name, string? description, TypeUse result, string ownerName)
    {
        var paging = member.GetCustomAttribute<UsePagingAttribute>();
        var page = paging is null ? null : PageLimits.Of(paging.Own, parts.Setup.Paging);
        var id = GlobalIdUse.Of(member) is { } use ? use.TypeName ?? ownerName : null;
        var type = paging is not null ? parts.Connections.Of(name, paging, page!, result)
            : id is not null ? IdOf(result)
            : ConnectionTypes.IsConnection(result.Type) ? throw new SchemaError("A connection is returned: put [UsePaging] on the member.")
            : parts.Outputs.Of(result);
        var draft = new FieldDraft(name, description, type, result)
        {
            Deprecation = Words.Deprecation(member),
            Cost = member.GetCustomAttribute<CostAttribute>()?.Weight,
            Size = page?.Size ?? SizeOf(member.GetCustomAttribute<ListSizeAttribute>()),
            Page = page,
            Id = id is null ? null : GlobalId.PrefixOf(id),
        };
        if (page is not null)
            draft.Arguments.Add(page.Arguments);
        return draft;
    }

    private GraphType IdOf(TypeUse use)
    {
        GraphType type = use.Item is { } item ? new ListType(IdOf(item)) : parts.Leafs.Id;
        return use.IsNullable ? type : new NonNullType(type);
    }

    private static ListSize? SizeOf(ListSizeAttribute? given) =>
        given is null ? null : new ListSize(given.AssumedSize, given.SlicingArguments ?? [], given.SizedFields ?? []);
}
