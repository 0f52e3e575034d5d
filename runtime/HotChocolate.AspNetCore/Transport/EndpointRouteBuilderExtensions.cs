using HotChocolate.AspNetCore;
using HotChocolate.AspNetCore.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the GraphQL endpoint.</summary>
public static class EndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps GraphQL over HTTP (GET and POST), server-sent events, WebSockets (<c>graphql-transport-ws</c>, after <c>UseWebSockets</c>)
    /// and the schema's download.
    /// </summary>
    /// <param name="endpointRouteBuilder">The app.</param>
    /// <param name="path">Where.</param>
    /// <param name="schemaName">There is one schema: <c>null</c>.</param>
    /// <returns>For further conventions.</returns>
    /// <exception cref="InvalidOperationException">No schema is registered.</exception>
    public static GraphQLEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpointRouteBuilder, string path = "/graphql", string? schemaName = default)
    {
        if (schemaName is not null)
            throw new ArgumentException("There is one schema: leave the name out.", nameof(schemaName));
        var endpoint = endpointRouteBuilder.ServiceProvider.GetService<GraphQLEndpoint>()
            ?? throw new InvalidOperationException("GraphQL is not registered. Add it by calling 'IServiceCollection.AddGraphQLServer'.");
        return new GraphQLEndpointConventionBuilder(endpointRouteBuilder
            .Map(path.TrimEnd('/') + "/{**" + GraphQLEndpoint.Rest + "}", endpoint.HandleAsync)
            .WithDisplayName("Hot Chocolate GraphQL Pipeline"));
    }
}
