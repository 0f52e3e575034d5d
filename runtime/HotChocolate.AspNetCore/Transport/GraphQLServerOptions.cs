namespace HotChocolate.AspNetCore;

/// <summary>What the GraphQL endpoint offers.</summary>
public sealed class GraphQLServerOptions
{
    /// <summary>Whether queries may be sent by GET. Default <c>true</c>; mutations never may.</summary>
    public bool EnableGetRequests { get; set; } = true;

    /// <summary>Whether the schema may be downloaded: <c>?sdl</c> and <c>/schema.graphql</c> below the endpoint. Default <c>true</c>.</summary>
    public bool EnableSchemaRequests { get; set; } = true;

    /// <summary>WebSocket connections.</summary>
    public GraphQLSocketOptions Sockets { get; set; } = new();
}
