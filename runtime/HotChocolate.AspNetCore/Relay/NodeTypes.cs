using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.Building;
using HotChocolate.Execution;
using HotChocolate.TypeSystem;

namespace HotChocolate.Types.Relay;

/// <summary>The objects that can be found again by their global id, and the query's fields that find them.</summary>
internal sealed class NodeTypes
{
    private const int MostAtOnce = 50;
    private const BindingFlags Static = BindingFlags.Public | BindingFlags.Static;

    private static readonly GraphType RequiredId = new NonNullType(SpecifiedScalars.Id);

    private readonly SchemaParts _parts;
    private readonly Dictionary<Type, MethodInfo> _ofQueries = [];
    private readonly Dictionary<string, NodeFinder> _finders = new(StringComparer.Ordinal);

    public NodeTypes(SchemaParts parts)
    {
        _parts = parts;
        foreach (var method in parts.Setup.Types.Where(type => type.IsDefined(typeof(QueryTypeAttribute))).Select(FieldMembers.NodeResolver).OfType<MethodInfo>())
            _ofQueries[TypeUse.Returned(method).Awaited.Type] = method;
        if (!parts.Setup.HasGlobalIds)
            return;
        Interface = parts.Registry.Add(new InterfaceType("Node", "What can be found again by its ID."), typeof(NodeAttribute));
        Interface.Complete([new Field("id", "Identifies it among all objects.", [], RequiredId, null)], []);
    }

    /// <summary>The interface of all nodes; null where there are no global ids.</summary>
    public InterfaceType? Interface { get; }

    public bool IsNode(Type type) =>
        NodeOf(type) is not null || _ofQueries.ContainsKey(type) || _parts.Extensions.Of(type).Append(type).Any(one => FieldMembers.NodeResolver(one) is not null);

    /// <summary>Whether the member identifies the object.</summary>
    public bool IsId(Type type, MemberInfo member) => member is PropertyInfo && IsNode(type) && member.Name == (NodeOf(type)?.IdField ?? "Id");

    public Field IdField(MemberInfo member, Type type, string typeName)
    {
        var property = (PropertyInfo)member;
        var parent = Expression.Parameter(type, "parent");
        var encoded = GlobalIdExpressions.Encode(Expression.Property(parent, property), TypeUse.NonNull(property.PropertyType), GlobalId.PrefixOf(typeName));
        _ = _parts.Leafs.Id;
        return new Field("id", _parts.Words.Of(property) ?? "Identifies it among all objects.", [], RequiredId, null)
        {
            Resolver = new MemberResolver(Expression.Lambda(encoded, parent)),
        };
    }

    /// <summary>The query's fields <c>node</c> and <c>nodes</c>.</summary>
    public IReadOnlyList<Field> RootFields(InterfaceType node) =>
    [
        new Field(
            "node", "Finds an object by its ID.",
            [new InputValue("id", "The object's ID, as the server gave it.", RequiredId, null, null)], node, null)
        {
            Resolver = new MethodResolver(context => Find(context, (string)context.Argument(0)!)),
            Cost = _parts.Setup.Cost.DefaultResolverCost,
        },
        new Field(
            "nodes", $"Finds objects by their IDs, at most {MostAtOnce} at once.",
            [new InputValue("ids", "The objects' IDs, as the server gave them.", new NonNullType(new ListType(RequiredId)), null, null)],
            new NonNullType(new ListType(node)), null)
        {
            Resolver = new MethodResolver(FindAll),
            Cost = _parts.Setup.Cost.DefaultResolverCost,
            ListSize = new ListSize(MostAtOnce, [], []),
        },
    ];

    /// <summary>Learns how to find the objects of a type, when all types are known.</summary>
    public void Complete(IEnumerable<ObjectType> types)
    {
        foreach (var type in types)
        {
            if (type.RuntimeType is { } runtime && IsNode(runtime))
                _finders.Add(type.Name, FinderOf(type, runtime));
        }
    }

    private NodeFinder FinderOf(ObjectType type, Type runtime)
    {
        var method = MethodOf(type.Name, runtime)
            ?? throw new SchemaError($"{runtime} is a node that cannot be found: mark the static method that finds one by its id with [NodeResolver].");
        if (method.GetParameters() is not [var id, .. var others])
            throw new SchemaError($"{SchemaError.Place(method)} finds a node: its first parameter is the id.");
        var value = Expression.Parameter(typeof(object), "id");
        var bindings = others.Select(parameter => _parts.Parameters.Bind(parameter, page: null)).Prepend(new ContextBinding(Expression.Convert(value, id.ParameterType))).ToList();
        if (bindings.OfType<ArgumentBinding>().FirstOrDefault() is { } argument)
            throw new SchemaError($"{SchemaError.Place(method)} finds a node by its id alone; '{argument.Member.Value.Name}' is given by nobody.");
        var call = Results.Of(ResolverCompiler.Call(method, bindings, new ArgumentList()), ContextExpressions.Cancelled);
        return new NodeFinder(id.ParameterType, Expression.Lambda<Func<ResolverContext, object, ValueTask<object?>>>(call, ContextExpressions.Context, value).Compile());
    }

    private MethodInfo? MethodOf(string name, Type runtime)
    {
        if (_ofQueries.TryGetValue(runtime, out var ofQuery))
            return ofQuery;
        var places = _parts.Extensions.Of(runtime).Append(runtime).ToList();
        if (NodeOf(runtime)?.NodeResolver is { } given)
            return places.Select(place => place.GetMethod(given, Static)).FirstOrDefault(method => method is not null);
        string[] usual = ["Get", "GetAsync", $"Get{name}", $"Get{name}Async", $"Get{name}ByIdAsync"];
        return places.Select(FieldMembers.NodeResolver).FirstOrDefault(method => method is not null)
            ?? places.SelectMany(place => place.GetMethods(Static)).FirstOrDefault(method => usual.Contains(method.Name));
    }

    private NodeAttribute? NodeOf(Type type) =>
        _parts.Extensions.Of(type).Append(type).Select(place => place.GetCustomAttribute<NodeAttribute>(inherit: false)).FirstOrDefault(node => node is not null);

    private ValueTask<object?> Find(ResolverContext context, string id)
    {
        var type = GlobalId.TypeOf(id);
        return _finders.TryGetValue(type, out var finder)
            ? finder.Find(context, GlobalId.Decode(id, type, finder.IdType))
            : throw Wrong("HC0087", $"No {(type.Length <= 60 ? type : type[..60] + "…")} can be found by an ID: give the ID of a node.");
    }

    private async ValueTask<object?> FindAll(ResolverContext context)
    {
        var ids = ((IEnumerable<object?>)context.Argument(0)!).Cast<string>().ToList();
        if (ids.Count > MostAtOnce)
            throw Wrong("HC0088", $"{ids.Count} nodes are asked for; at most {MostAtOnce} are found at once: ask again for the others.");
        return await Task.WhenAll(ids.Select(id => FindOrFailAsync(context, id)));
    }

    /// <summary>One that cannot be found fails alone.</summary>
    private async Task<object?> FindOrFailAsync(ResolverContext context, string id)
    {
        try
        {
            return await Find(context, id);
        }
        catch (Exception problem)
        {
            return new Failure(problem);
        }
    }

    private static GraphQLException Wrong(string code, string message) => new(ErrorBuilder.New().SetMessage(message).SetCode(code).Build());

    private sealed record NodeFinder(Type IdType, Func<ResolverContext, object, ValueTask<object?>> Find);
}
