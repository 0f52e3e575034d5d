using System.Buffers;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using HotChocolate.Execution;
using HotChocolate.TypeSystem;
using HotChocolate.TypeSystem.Sdl;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Training.Runtime.Tests.GraphQL.Execution;

/// <summary>Asks an executor as a transport does, and reads the answer.</summary>
internal static class Asked
{
    private static readonly ServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    public static RequestExecutor Executor(Schema schema, ExecutionOptions? options = null, TimeProvider? time = null) =>
        new(schema, options ?? new ExecutionOptions(), time ?? TimeProvider.System, NullLogger<RequestExecutor>.Instance);

    public static RequestExecutor Executor(string sdl, params (string Field, FieldResolver Resolver)[] resolvers) =>
        Executor(Schema(sdl, resolvers));

    public static Schema Schema(string sdl, params (string Field, FieldResolver Resolver)[] resolvers) =>
        SdlSchema.Read(sdl, new SdlBindings { Resolvers = resolvers.ToDictionary(one => one.Field, one => one.Resolver) });

    public static FieldResolver Method(Func<ResolverContext, object?> resolve) => new MethodResolver(context => new ValueTask<object?>(resolve(context)));

    public static FieldResolver Async(Func<ResolverContext, Task<object?>> resolve) => new MethodResolver(context => new ValueTask<object?>(resolve(context)));

    public static RequestContext Context(IServiceProvider? services = null, bool isQueryOnly = false, CostReport cost = CostReport.None) =>
        new(services ?? NoServices, new ClaimsPrincipal(), isQueryOnly, AllowStreams: true, cost);

    public static GraphQLRequest Request(string query, string? variables = null, string? operationName = null)
    {
        JsonElement json = default;
        if (variables is not null)
        {
            using var document = JsonDocument.Parse(variables);
            json = document.RootElement.Clone();
        }

        return new GraphQLRequest(query, null, operationName, json);
    }

    public static async Task<string> AskAsync(this RequestExecutor executor, string query, string? variables = null, RequestContext? context = null)
    {
        await using var result = await executor.ExecuteAsync(Request(query, variables), context ?? Context(), CancellationToken.None);
        return ((SingleResult)result).Text();
    }

    public static string Text(this SingleResult result) => Encoding.UTF8.GetString(result.Body.ToArray());
}
