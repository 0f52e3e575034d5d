using HotChocolate.AspNetCore.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Building;

public sealed class SchemaCommandTests
{
    [Fact]
    public async Task Export_writes_the_schema_and_ends_without_starting_the_application()
    {
        var file = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Guid.CreateVersion7()}.graphql");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddHostedService<NeverStarted>();
        builder.Services.AddGraphQLServer().AddTypes(typeof(NothingQueries));
        using var host = builder.Build();
        try
        {
            Assert.Equal(0, await host.RunWithGraphQLCommandsAsync(["schema", "export", "--output", file]));
            Assert.Equal("\"\"\"What can be asked.\"\"\"\ntype Query {\n  alive: Boolean!\n}\n", await File.ReadAllTextAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("print", 0, "alive: Boolean!", "")]
    [InlineData("list", 0, "_Default", "")]
    [InlineData("emport", 1, "", "Write: schema export")]
    public async Task Other_commands_answer_or_say_what_to_write(string command, int code, string answer, string complaint)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddGraphQLServer().AddTypes(typeof(NothingQueries));
        await using var provider = services.BuildServiceProvider();
        using var answers = new StringWriter();
        using var complaints = new StringWriter();

        Assert.Equal(code, await SchemaCommands.RunAsync(provider, [command], answers, complaints));
        Assert.Contains(answer, answers.ToString(), StringComparison.Ordinal);
        Assert.Contains(complaint, complaints.ToString(), StringComparison.Ordinal);
    }

    private sealed class NeverStarted : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("The application was started.");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
