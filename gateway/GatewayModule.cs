using HotChocolate;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Training.Hosting;

[assembly: Module("Types")]

namespace Training.Gateway;

/// <summary>The GraphQL gateway: HR systems and the LMS reach the five services through it, and through nothing else.</summary>
public static class GatewayModule
{
    /// <summary>Adds the clients of the services and the schema.</summary>
    /// <param name="builder">The app.</param>
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        // What a resolver throws is told by RefusalFilter: a refusal is an answer and names people, everything else is logged there with its trace.
        builder.Logging.AddFilter("HotChocolate.Execution", LogLevel.None);
        builder.AddUpstream();
        builder.AddBearerAuthentication();
        builder.AddPages();
        builder.Services.AddGraphQLServer()
            .AddTypes()
            .AddMutationConventions(applyToAllMutations: true)
            .AddGlobalObjectIdentification()
            .AddPagingArguments()
            .ModifyPagingOptions(paging => (paging.IncludeTotalCount, paging.InferConnectionNameFromField) = (true, false))
            .AddErrorFilter<RefusalFilter>()
            .AddSocketSessionInterceptor<SocketIdentity>()
            .ModifyServerOptions(server => server.EnableSchemaRequests = builder.Environment.IsDevelopment());
    }

    /// <summary>Maps what others may ask.</summary>
    /// <param name="app">The app.</param>
    public static void MapGateway(this WebApplication app)
    {
        app.UseWebSockets();
        app.UseEventStreamExpiry();
        app.MapGraphQL();
        app.MapRoster();
        app.MapPages();
    }
}
