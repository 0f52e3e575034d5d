using Google.Rpc;
using Grpc.Core;
using Training.Contracts;

namespace Training.Gateway.Tests;

/// <summary>How the gateway calls the services, and what it makes of their refusals.</summary>
public sealed class UpstreamTests
{
    private const string Cancel = """
        mutation($key: String) { cancelCampaign(input: { campaignId: "Q2FtcGFpZ246MQ==", reason: "no", idempotencyKey: $key }) {
            campaign { id } errors { __typename ... on Error { message } ... on NotFoundError { reason field } } } }
        """;

    public static TheoryData<StatusCode, string> Codes => new()
    {
        { StatusCode.InvalidArgument, "INVALID_INPUT" },
        { StatusCode.OutOfRange, "INVALID_INPUT" },
        { StatusCode.NotFound, "NOT_FOUND" },
        { StatusCode.AlreadyExists, "ALREADY_EXISTS" },
        { StatusCode.PermissionDenied, "AUTH_NOT_AUTHORIZED" },
        { StatusCode.Unauthenticated, "AUTH_NOT_AUTHENTICATED" },
        { StatusCode.FailedPrecondition, "NOT_NOW" },
        { StatusCode.Aborted, "CONFLICT" },
        { StatusCode.ResourceExhausted, "TOO_MUCH" },
        { StatusCode.Unavailable, "UNAVAILABLE" },
        { StatusCode.DeadlineExceeded, "TIMED_OUT" },
        { StatusCode.Cancelled, "CANCELLED" },
        { StatusCode.Internal, "INTERNAL" },
        { StatusCode.Unknown, "INTERNAL" },
        { StatusCode.Unimplemented, "INTERNAL" },
        { StatusCode.DataLoss, "INTERNAL" },
        { (StatusCode)77, "INTERNAL" },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Status_of_a_service_is_a_documented_code_and_tells_no_internals(StatusCode status, string code)
    {
        var services = new AnsweringServices { Refuses = _ => new RpcException(new Grpc.Core.Status(status, "what the service said")) };
        await using var gateway = await GatewayUnderTest.StartAsync(services);
        var error = Assert.Single((await gateway.AskAsync("{ organisation { name } }")).Errors);

        Assert.Equal((code, "organisation"), (error.Code, error.Path));
        if (code is "INTERNAL" or "CANCELLED" or "TIMED_OUT" or "UNAVAILABLE")
            Assert.DoesNotContain("what the service said", error.Message);
        else
            Assert.Equal("what the service said", error.Message);
        Assert.Contains(code, await File.ReadAllTextAsync(RepositoryRoot.At("gateway", "README.md")));
    }

    [Fact]
    public void Every_status_that_gRPC_knows_has_a_row() =>
        Assert.Empty(Enum.GetValues<StatusCode>().Except([StatusCode.OK, .. ((IEnumerable<object[]>)Codes).Select(row => (StatusCode)row[0])]));

    [Fact]
    public async Task Refusal_of_a_mutation_is_one_of_its_typed_errors_and_names_the_inputs_field()
    {
        var services = new AnsweringServices { Refuses = _ => Refusal(StatusCode.NotFound, "CAMPAIGN_NOT_FOUND", "There is no such campaign.", "campaign_id") };
        await using var gateway = await GatewayUnderTest.StartAsync(services);
        var answer = (await gateway.AskAsync(Cancel)).Succeeded().GetProperty("cancelCampaign");

        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("NotFoundError", error.GetProperty("__typename").GetString());
        Assert.Equal("There is no such campaign.", error.GetProperty("message").GetString());
        Assert.Equal("CAMPAIGN_NOT_FOUND", error.GetProperty("reason").GetString());
        Assert.Equal("campaignId", error.GetProperty("field").GetString());
        Assert.Equal(global::System.Text.Json.JsonValueKind.Null, answer.GetProperty("campaign").ValueKind);
    }

    [Fact]
    public async Task Missing_role_is_the_fields_error_and_none_of_the_mutations_own()
    {
        var services = new AnsweringServices();
        await using var gateway = await GatewayUnderTest.StartAsync(services);
        var token = gateway.TokenOf(Role.Employee);
        services.Roles[token] = Role.Employee;
        var error = Assert.Single((await gateway.AskAsync(Cancel, token: token)).Errors);

        Assert.Equal(("AUTH_NOT_AUTHORIZED", "ROLE_MISSING", "cancelCampaign"), (error.Code, error.Reason, error.Path));
    }

    [Fact]
    public async Task Call_carries_the_callers_token_a_deadline_and_the_idempotency_key()
    {
        var services = new AnsweringServices();
        await using var gateway = await GatewayUnderTest.StartAsync(services);
        var token = gateway.TokenOf(Role.PrivacyOfficer);
        (await gateway.AskAsync(Cancel, new { key = "mine" }, token)).Succeeded();

        Assert.Equal($"Bearer {token}", services.LastHeaders!.GetValue("authorization"));
        Assert.Equal("mine", services.LastHeaders.GetValue("idempotency-key"));
        Assert.InRange(services.LastDeadline!.Value, TimeProvider.System.GetUtcNow().UtcDateTime, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(20));
    }

    [Fact]
    public async Task Command_without_a_key_gets_one_of_its_own_each_time()
    {
        var services = new AnsweringServices();
        await using var gateway = await GatewayUnderTest.StartAsync(services);
        (await gateway.AskAsync(Cancel)).Succeeded();
        var first = services.LastHeaders!.GetValue("idempotency-key");
        (await gateway.AskAsync(Cancel)).Succeeded();

        Assert.NotNull(first);
        Assert.NotEqual(first, services.LastHeaders!.GetValue("idempotency-key"));
    }

    [Fact]
    public async Task Id_of_another_type_is_refused_before_any_call()
    {
        var services = new AnsweringServices();
        await using var gateway = await GatewayUnderTest.StartAsync(services);
        var answer = await gateway.AskAsync("{ member(id: \"Q2FtcGFpZ246MQ==\") { id } }");

        Assert.Equal("member", Assert.Single(answer.Errors).Path);
        Assert.Empty(services.TakeCalls());
    }

    private static RpcException Refusal(StatusCode code, string reason, string message, string field) => new Google.Rpc.Status
    {
        Code = (int)code,
        Message = message,
        Details =
        {
            Google.Protobuf.WellKnownTypes.Any.Pack(new ErrorInfo { Reason = reason, Domain = "training" }),
            Google.Protobuf.WellKnownTypes.Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = message } } }),
        },
    }.ToRpcException();
}
