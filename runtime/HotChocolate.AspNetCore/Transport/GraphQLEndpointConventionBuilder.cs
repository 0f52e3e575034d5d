using Microsoft.AspNetCore.Builder;

namespace HotChocolate.AspNetCore.Extensions;

/// <summary>The mapped GraphQL endpoint, for further conventions.</summary>
public sealed class GraphQLEndpointConventionBuilder : IEndpointConventionBuilder
{
    private readonly IEndpointConventionBuilder _endpoint;

    internal GraphQLEndpointConventionBuilder(IEndpointConventionBuilder endpoint) => _endpoint = endpoint;

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention) => _endpoint.Add(convention);
}
