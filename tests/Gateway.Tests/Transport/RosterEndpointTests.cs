using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Training.Contracts;
using Training.Workforce.V1;

namespace Training.Gateway.Tests;

/// <summary>HR's file by HTTP.</summary>
public sealed class RosterEndpointTests
{
    [Fact]
    public async Task File_goes_on_in_pieces_and_the_import_is_told()
    {
        var workforce = new TakingRoster();
        await using var gateway = await GatewayUnderTest.StartAsync(workforce);
        var file = new string('x', 200_000);
        using var response = await PostAsync(gateway, "/roster?effectiveOn=2026-03-01&fileName=march.csv&confirmedLeavers=12", file, gateway.TokenOf(Role.Hr), "key-1");

        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("march.csv", 7), (body.RootElement.GetProperty("fileName").GetString(), body.RootElement.GetProperty("added").GetInt32()));
        Assert.Equal(new RosterHeader { FileName = "march.csv", EffectiveOn = "2026-03-01", ConfirmedLeavers = 12 }, workforce.Chunks[0].Header);
        Assert.Equal(file, string.Concat(workforce.Chunks.Skip(1).Select(chunk => chunk.Data.ToStringUtf8())));
        Assert.All(workforce.Chunks.Skip(1), chunk => Assert.InRange(chunk.Data.Length, 1, 64 * 1024));
        Assert.Equal(("key-1", $"Bearer {gateway.TokenOf(Role.Hr)}"[..10]), (workforce.Headers!.GetValue("idempotency-key"), workforce.Headers.GetValue("authorization")![..10]));
    }

    [Fact]
    public async Task File_is_previewed_without_being_imported()
    {
        var workforce = new TakingRoster();
        await using var gateway = await GatewayUnderTest.StartAsync(workforce);
        using var response = await PostAsync(gateway, "/roster/preview?effectiveOn=2026-03-01&fileName=march.csv", "the file", gateway.TokenOf(Role.Hr));

        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.OK, "PreviewRoster"), (response.StatusCode, workforce.Called));
        Assert.Equal((12, true), (body.RootElement.GetProperty("left").GetInt32(), body.RootElement.GetProperty("leaversNeedConfirmation").GetBoolean()));
        var change = Assert.Single(body.RootElement.GetProperty("changes").EnumerateArray());
        Assert.Equal(("104698", "LEFT"), (change.GetProperty("employeeNumber").GetString(), change.GetProperty("kind").GetString()));
        Assert.Equal("status: active to left", string.Join(", ", change.GetProperty("fields").EnumerateArray().Select(field => $"{field.GetProperty("column")}: {field.GetProperty("before")} to {field.GetProperty("after")}")));
        var reject = Assert.Single(body.RootElement.GetProperty("rejects").EnumerateArray());
        Assert.Equal((7, JsonValueKind.Null, "Write a date."), (reject.GetProperty("line").GetInt32(), reject.GetProperty("employeeNumber").ValueKind, reject.GetProperty("reason").GetString()));
        Assert.Equal("the file", string.Concat(workforce.Chunks.Skip(1).Select(chunk => chunk.Data.ToStringUtf8())));
        Assert.Null(workforce.Headers!.GetValue("idempotency-key"));
    }

    [Theory]
    [InlineData("/roster", StatusCode.InvalidArgument, HttpStatusCode.BadRequest, "INVALID_INPUT")]
    [InlineData("/roster", StatusCode.Unauthenticated, HttpStatusCode.Unauthorized, "AUTH_NOT_AUTHENTICATED")]
    [InlineData("/roster", StatusCode.PermissionDenied, HttpStatusCode.Forbidden, "AUTH_NOT_AUTHORIZED")]
    [InlineData("/roster", StatusCode.FailedPrecondition, HttpStatusCode.Conflict, "NOT_NOW")]
    [InlineData("/roster", StatusCode.Unavailable, HttpStatusCode.ServiceUnavailable, "UNAVAILABLE")]
    [InlineData("/roster", StatusCode.Unknown, HttpStatusCode.InternalServerError, "INTERNAL")]
    [InlineData("/roster/preview", StatusCode.InvalidArgument, HttpStatusCode.BadRequest, "INVALID_INPUT")]
    public async Task Refusal_is_a_problem_with_the_same_code_as_in_GraphQL(string path, StatusCode status, HttpStatusCode expected, string code)
    {
        await using var gateway = await GatewayUnderTest.StartAsync(new TakingRoster { Refusal = new Status(status, "Do this instead.") });
        using var response = await PostAsync(gateway, $"{path}?effectiveOn=2026-03-01&fileName=march.csv", "x", gateway.TokenOf(Role.Hr));
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal((expected, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(code, body.RootElement.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/roster", "text/csv", HttpStatusCode.BadRequest)]
    [InlineData("/roster/preview", "text/csv", HttpStatusCode.BadRequest)]
    [InlineData("/roster?effectiveOn=2026-03-01&fileName=a.csv", "application/json", HttpStatusCode.UnsupportedMediaType)]
    public async Task Request_that_is_none_is_refused(string path, string type, HttpStatusCode expected)
    {
        await using var gateway = await GatewayUnderTest.StartAsync(new TakingRoster(), environment: "Production");
        using var response = await PostAsync(gateway, path, "x", token: null, type: type);
        Assert.Equal(expected, response.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(GatewayUnderTest gateway, string path, string file, string? token, string? key = null, string type = "text/csv")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(file, Encoding.UTF8, type) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await gateway.Http.SendAsync(request);
    }

    /// <summary>Takes a roster in Workforce's place.</summary>
    private sealed class TakingRoster : Interceptor
    {
        public List<RosterChunk> Chunks { get; } = [];

        public Metadata? Headers { get; private set; }

        public string? Called { get; private set; }

        public Status? Refusal { get; init; }

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            (Headers, Called) = (context.Options.Headers, context.Method.Name);
            var stream = new Taken<TRequest>(this);
            var answer = AnswerAsync();
            return new AsyncClientStreamingCall<TRequest, TResponse>(stream, answer, Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

            async Task<TResponse> AnswerAsync()
            {
                if (Refusal is { } refusal)
                    throw new RpcException(refusal);
                await stream.Completed;
                return (TResponse)(Called == "ImportRoster" ? (object)Import : Preview);
            }
        }

        private static RosterImport Import => new()
        {
            Id = "import",
            FileName = "march.csv",
            EffectiveOn = "2026-03-01",
            Imported = new() { Seconds = 1 },
            Counts = new RosterCounts { Added = 7 },
        };

        private static RosterPreview Preview => new()
        {
            Counts = new RosterCounts { Left = 12 },
            LeaversNeedConfirmation = true,
            Changes = { new MemberChange { EmployeeNumber = "104698", Kind = ChangeKind.Left, Fields = { new FieldChange { Column = "status", Before = "active", After = "left" } } } },
            Rejects = { new RosterReject { Line = 7, Reason = "Write a date." } },
        };

        private sealed class Taken<TRequest>(TakingRoster roster) : IClientStreamWriter<TRequest>
        {
            private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

            public Task Completed => _completed.Task;

            public WriteOptions? WriteOptions { get; set; }

            public Task WriteAsync(TRequest message)
            {
                if (roster.Refusal is { } refusal)
                    throw new RpcException(refusal);
                roster.Chunks.Add((RosterChunk)(object)message!);
                return Task.CompletedTask;
            }

            public Task CompleteAsync()
            {
                _completed.SetResult();
                return Task.CompletedTask;
            }
        }
    }
}
