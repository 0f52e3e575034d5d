using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.Building;
using HotChocolate.Execution;
using HotChocolate.TypeSystem;

namespace HotChocolate.Types.Pagination;

/// <summary>The types of lists that are given in pages: connection, edge, and what a page knows of its place.</summary>
internal sealed class ConnectionTypes(SchemaParts parts)
{
    private static readonly GraphType RequiredBoolean = new NonNullType(SpecifiedScalars.Boolean);
    private static readonly GraphType RequiredString = new NonNullType(SpecifiedScalars.String);
    private static readonly GraphType RequiredInt = new NonNullType(SpecifiedScalars.Int);

    private readonly Dictionary<string, (Type Item, bool HasTotal)> _made = new(StringComparer.Ordinal);
    private ObjectType? _pageInfo;

    public static bool IsConnection(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Connection<>);

    /// <summary>The type of a paged field.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="paging">What its member says of paging.</param>
    /// <param name="limits">The same, with the defaults.</param>
    /// <param name="result">What the member gives: a connection or a whole list.</param>
    public GraphType Of(string field, UsePagingAttribute paging, PageLimits limits, TypeUse result)
    {
        var item = IsConnection(result.Type) ? result.Arguments[0]
            : result.Item ?? throw new SchemaError("[UsePaging] is for lists: return Connection<T> or a list.");
        var fromField = paging.Own.InferConnectionNameFromField ?? parts.Setup.Paging.InferConnectionNameFromField ?? PagingDefaults.InferConnectionNameFromField;
        var name = paging.ConnectionName ?? (fromField ? Naming.Pascal(field) : parts.Outputs.Named(item.Type).Name);
        var connection = Connection(name, item, ItemTypeOf(result, item), limits.HasTotal);
        return result.IsNullable ? connection : new NonNullType(connection);
    }

    private static Type ItemTypeOf(TypeUse result, TypeUse item) => IsConnection(result.Type) ? result.Type.GenericTypeArguments[0]
        : result.Type.IsArray ? result.Type.GetElementType()!
        : result.Type.IsGenericType ? result.Type.GenericTypeArguments[0] : item.Type;

    private ObjectType Connection(string name, TypeUse item, Type itemType, bool hasTotal)
    {
        if (_made.TryGetValue(name, out var made))
        {
            return made == (itemType, hasTotal)
                ? (ObjectType)parts.Registry.Find(name + "Connection")!
                : throw new SchemaError($"Two different lists would be given as {name}Connection: set ConnectionName on one's [UsePaging].");
        }

        _made.Add(name, (itemType, hasTotal));
        var connectionType = typeof(Connection<>).MakeGenericType(itemType);
        var edgeType = typeof(Edge<>).MakeGenericType(itemType);
        var node = parts.Outputs.Of(item);
        var edge = parts.Registry.Add(new ObjectType(name + "Edge", "An item of a list and its place.", edgeType), edgeType);
        edge.Complete(
            [
                Read(edgeType, nameof(Edge<>.Cursor), "cursor", "The item's place: give it as `after` or `before` to go on from here.", RequiredString),
                Read(edgeType, nameof(Edge<>.Node), "node", "The item.", node),
            ],
            []);

        var connection = parts.Registry.Add(new ObjectType(name + "Connection", "A page of a list.", connectionType), connectionType);
        List<Field> fields =
        [
            Read(connectionType, nameof(Connection<>.Info), "pageInfo", "Where in the list the page is.", new NonNullType(PageInfo())),
            Read(connectionType, nameof(Connection<>.Edges), "edges", "The page's items with their places.", new ListType(new NonNullType(edge))),
            Nodes(itemType, connectionType, node),
        ];
        if (hasTotal)
            fields.Add(Read(connectionType, nameof(Connection<>.TotalCount), PageLimits.TotalCount, "How many items the whole list has.", RequiredInt));
        connection.Complete(fields, []);
        return connection;
    }

    private ObjectType PageInfo()
    {
        if (_pageInfo is not null)
            return _pageInfo;
        var type = typeof(ConnectionPageInfo);
        _pageInfo = parts.Registry.Add(new ObjectType("PageInfo", "Where in its list a page is.", type), type);
        _pageInfo.Complete(
            [
                Read(type, nameof(ConnectionPageInfo.HasNextPage), "hasNextPage", "Whether there are items after the page.", RequiredBoolean),
                Read(type, nameof(ConnectionPageInfo.HasPreviousPage), "hasPreviousPage", "Whether there are items before the page.", RequiredBoolean),
                Read(type, nameof(ConnectionPageInfo.StartCursor), "startCursor", "The place of the page's first item: give it as `before` to go back.", SpecifiedScalars.String),
                Read(type, nameof(ConnectionPageInfo.EndCursor), "endCursor", "The place of the page's last item: give it as `after` to go on.", SpecifiedScalars.String),
            ],
            []);
        return _pageInfo;
    }

    private static Field Read(Type owner, string property, string name, string description, GraphType type)
    {
        var parent = Expression.Parameter(owner, "parent");
        // Connection<T> has its own Edges beside its base's.
        var read = owner.GetProperty(property, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) ?? owner.GetProperty(property)!;
        return new Field(name, description, [], type, null) { Resolver = new MemberResolver(Expression.Lambda(Expression.Property(parent, read), parent)) };
    }

    private static Field Nodes(Type item, Type connection, GraphType node)
    {
        var parent = Expression.Parameter(connection, "parent");
        var nodes = typeof(ConnectionTypes).GetMethod(nameof(NodesOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item);
        return new Field("nodes", "The page's items.", [], new ListType(node), null)
        {
            Resolver = new MemberResolver(Expression.Lambda(Expression.Call(nodes, parent), parent)),
        };
    }

    private static T[] NodesOf<T>(Connection<T> connection)
    {
        var nodes = new T[connection.Edges.Count];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = connection.Edges[i].Node;
        return nodes;
    }
}
