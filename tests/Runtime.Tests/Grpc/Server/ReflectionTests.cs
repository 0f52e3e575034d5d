using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>Reflection in both versions, asked by grpc-js with the protos of npm's @grpc/reflection.</summary>
public sealed class ReflectionTests(ReflectionTests.Server server) : IClassFixture<ReflectionTests.Server>
{
    private const int NotFound = 5;
    private const int InvalidArgument = 3;

    [SkippableTheory]
    [InlineData("v1")]
    [InlineData("v1alpha")]
    public async Task List_services_names_what_is_mapped(string version)
    {
        var answer = (await Ask(version, """{"host":"here","listServices":"*"}""")).Single();
        Assert.Equal(
            ["grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection", "grpc.testing.TestService", "training.tests.Probe"],
            answer.GetProperty("listServicesResponse").GetProperty("service").EnumerateArray().Select(service => service.GetProperty("name").GetString()));
        Assert.Equal("here", answer.GetProperty("host").GetString());
        Assert.Equal("*", answer.GetProperty("asked").GetProperty("listServices").GetString());
    }

    [SkippableTheory]
    [InlineData("v1", "grpc.testing.TestService")]
    [InlineData("v1", "grpc.testing.TestService.UnaryCall")]
    [InlineData("v1alpha", "grpc.testing.TestService")]
    public async Task File_containing_symbol_brings_the_file_and_its_imports(string version, string symbol)
    {
        var answer = (await Ask(version, $$"""{"fileContainingSymbol":"{{symbol}}"}""")).Single();
        Assert.Equal(["grpc/testing/test.proto", "grpc/testing/empty.proto", "grpc/testing/messages.proto"], Files(answer));
    }

    [SkippableTheory]
    [InlineData("grpc.testing.SimpleRequest")]
    [InlineData("grpc.testing.SimpleRequest.response_size")]
    [InlineData("grpc.testing.PayloadType")]
    public async Task File_containing_symbol_knows_messages_fields_and_enums(string symbol) =>
        Assert.Equal(["grpc/testing/messages.proto"], Files((await Ask("v1", $$"""{"fileContainingSymbol":"{{symbol}}"}""")).Single()));

    [SkippableFact]
    public async Task File_by_filename_brings_that_file() =>
        Assert.Equal(["grpc/testing/empty.proto"], Files((await Ask("v1", """{"fileByFilename":"grpc/testing/empty.proto"}""")).Single()));

    [SkippableFact]
    public async Task Extensions_are_found_by_number_and_listed()
    {
        var answers = await Ask(
            "v1",
            """{"allExtensionNumbersOfType":"google.protobuf.MethodOptions"}""",
            """{"fileContainingExtension":{"containingType":"google.protobuf.MethodOptions","extensionNumber":50901}}""",
            """{"allExtensionNumbersOfType":"grpc.testing.SimpleRequest"}""");
        Assert.Equal([50901], answers[0].GetProperty("allExtensionNumbersResponse").GetProperty("extensionNumber").EnumerateArray().Select(number => number.GetInt32()));
        Assert.Equal(["training/tests/probe.proto", "google/protobuf/descriptor.proto"], Files(answers[1]));
        Assert.False(answers[2].GetProperty("allExtensionNumbersResponse").TryGetProperty("extensionNumber", out _));
    }

    [SkippableFact]
    public async Task An_error_is_answered_and_the_stream_goes_on()
    {
        var answers = await Ask(
            "v1",
            """{"fileByFilename":"nowhere.proto"}""",
            """{"fileContainingSymbol":"no.Symbol"}""",
            """{"fileContainingExtension":{"containingType":"no.Type","extensionNumber":1}}""",
            """{"allExtensionNumbersOfType":"no.Type"}""",
            "{}",
            """{"listServices":""}""");
        Assert.Equal(
            [NotFound, NotFound, NotFound, NotFound, InvalidArgument],
            answers.SkipLast(1).Select(answer => answer.GetProperty("errorResponse").GetProperty("errorCode").GetInt32()));
        Assert.True(answers[^1].TryGetProperty("listServicesResponse", out _));
    }

    [SkippableFact]
    public async Task A_client_that_knows_only_the_address_discovers_the_service_and_calls_all_four_kinds()
    {
        NodePeer.SkipIfMissing();
        const string Calls = """
            [{"method":"UnaryCall","requests":[{"response_size":3}]},
             {"method":"StreamingInputCall","requests":[{"payload":{"body":"AAAA"}},{"payload":{"body":"AAAA"}}]},
             {"method":"StreamingOutputCall","requests":[{"response_parameters":[{"size":1},{"size":2}]}]},
             {"method":"FullDuplexCall","requests":[{"response_parameters":[{"size":1}]},{"response_parameters":[{"size":2},{"size":3}]}]}]
            """;
        var results = (await NodePeer.RunAsync("grpc/discover.js", server.Port, "grpc.testing.TestService", Calls)).JsonLines().Single().GetProperty("results");
        Assert.Equal(
            ["one to one 1 0", "stream to one 1 0", "one to stream 2 0", "stream to stream 3 0"],
            results.EnumerateArray().Select(call => $"{call.GetProperty("kind").GetString()} {call.GetProperty("responses").GetArrayLength()} {call.GetProperty("code").GetInt32()}"));
        Assert.Equal(6, results[1].GetProperty("responses")[0].GetProperty("aggregated_payload_size").GetInt32());
    }

    private static IEnumerable<string?> Files(JsonElement answer) => answer.GetProperty("files").EnumerateArray().Select(file => file.GetString());

    private async Task<IReadOnlyList<JsonElement>> Ask(string version, params string[] requests)
    {
        NodePeer.SkipIfMissing();
        var seen = (await NodePeer.RunAsync("grpc/reflection-client.js", [server.Port, version, .. requests])).JsonLines().Single();
        Assert.True(seen.GetProperty("code").GetInt32() == 0, seen.ToString());
        return [.. seen.GetProperty("answers").EnumerateArray()];
    }

    public sealed class Server : IAsyncLifetime
    {
        private GrpcHost? _host;

        public string Port => _host!.Port;

        public async Task InitializeAsync() => _host = await GrpcHost.StartAsync(
            app =>
            {
                app.MapGrpcService<TestServiceImpl>();
                app.MapGrpcService<ProbeService>();
                app.MapGrpcReflectionService();
            },
            builder =>
            {
                builder.Services.AddGrpcReflection();
                builder.Services.AddSingleton<Probe>();
            });

        public Task DisposeAsync() => _host!.DisposeAsync().AsTask();
    }
}
