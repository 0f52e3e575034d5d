using System.Security.Claims;
using System.Text;
using System.Text.Json;
using HotChocolate.Execution;
using HotChocolate.Execution.Configuration;
using HotChocolate.TypeSystem;
using HotChocolate.TypeSystem.Sdl;
using Microsoft.Extensions.DependencyInjection;

namespace Training.Runtime.Tests.GraphQL.Building;

/// <summary>A GraphQL server without a transport.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestServer(ServiceProvider services) => _services = services;

    public string Sdl => SchemaPrinter.Print(Schema);

    public Schema Schema => _services.GetRequiredService<Schema>();

    public static TestServer Of(Action<IRequestExecutorBuilder> configure, Action<IServiceCollection>? addServices = null)
    {
        var services = new ServiceCollection().AddLogging();
        addServices?.Invoke(services);
        configure(services.AddGraphQLServer(disableDefaultSecurity: true));
        return new TestServer(services.BuildServiceProvider());
    }

    /// <summary>The schema of annotated types as text.</summary>
    public static string SdlOf(params Type[] types)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddGraphQLServer().AddTypes(types);
        using var provider = services.BuildServiceProvider();
        return SchemaPrinter.Print(provider.GetRequiredService<Schema>());
    }

    public async Task<string> AskAsync(string document, string? variables = null, ClaimsPrincipal? user = null)
    {
        await using var result = await ExecuteAsync(document, variables, user);
        return TextOf((SingleResult)result);
    }

    /// <summary>The answers to a subscription, until it ends.</summary>
    public async Task<List<string>> WatchAsync(string document)
    {
        await using var result = await ExecuteAsync(document, variables: null, user: null);
        List<string> answers = [];
        if (result is SingleResult refused)
            return [TextOf(refused)];
        await foreach (var answer in ((StreamedResult)result).Results(CancellationToken.None))
        {
            await using (answer)
                answers.Add(TextOf(answer));
        }

        return answers;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private ValueTask<ExecutionResult> ExecuteAsync(string document, string? variables, ClaimsPrincipal? user)
    {
        var given = variables is null ? default : JsonDocument.Parse(variables).RootElement;
        var context = new RequestContext(_services, user ?? new ClaimsPrincipal(), IsQueryOnly: false, AllowStreams: true, CostReport.None);
        return _services.GetRequiredService<RequestExecutor>().ExecuteAsync(new GraphQLRequest(document, null, null, given), context, CancellationToken.None);
    }

    private static string TextOf(SingleResult result)
    {
        var text = new StringBuilder();
        foreach (var part in result.Body)
            text.Append(Encoding.UTF8.GetString(part.Span));
        return text.ToString();
    }
}
