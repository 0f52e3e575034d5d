using System.Net.Http;
using Google.Rpc;
using Grpc.Core;
using Training.AppHost.Sample;
using Training.AppHost.Sample.GraphQL;
using Training.AppHost.Sample.Story;
using Training.AppHost.Sample.Story.Steps;
using Training.Contracts;
using Training.Hosting;

namespace Training.Gateway.Tests;

/// <summary>How the sample, a client like any other, takes what it is answered.</summary>
public sealed class SampleClientTests : IDisposable
{
    private static readonly Persona Officer = new(Somebody.Hospital, null, "an officer", Role.PrivacyOfficer);
    private static readonly Operation Launch = OperationFile.Beside(nameof(LaunchCampaign))["Launch"];
    private static readonly object Variables = new
    {
        curriculum = "Q3VycmljdWx1bTowMTk3YjJiNC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDE=", version = 1, title = "A campaign", dueOn = "2026-03-01",
    };

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Refused_mutation_is_told_in_the_gateways_words_with_its_kind_and_place()
    {
        var services = new AnsweringServices { Refuses = _ => Refusal(StatusCode.InvalidArgument, "Take a later day.", "due_on") };
        await using var gateway = await GatewayUnderTest.StartAsync(services);
        var refused = await Assert.ThrowsAsync<Refused>(() => ClientOf(gateway).DoAsync<Campaign>(Officer, Launch, Variables, CancellationToken.None));

        Assert.Equal(("InvalidInputError", "Take a later day.", false), (refused.Code, refused.Words, refused.MayPass));
        Assert.Equal("LaunchCampaign.graphql, Launch, dueOn: Take a later day. (InvalidInputError)", refused.Message);
    }

    [Theory]
    [InlineData(StatusCode.FailedPrecondition, true)]
    [InlineData(StatusCode.NotFound, true)]
    [InlineData(StatusCode.PermissionDenied, true)]
    [InlineData(StatusCode.Aborted, false)]
    public async Task Refusal_may_pass_where_a_service_may_not_have_heard_yet(StatusCode status, bool mayPass)
    {
        var services = new AnsweringServices { Refuses = _ => Refusal(status, "Not so.", "version") };
        await using var gateway = await GatewayUnderTest.StartAsync(services);
        var client = ClientOf(gateway);
        var mutation = await Assert.ThrowsAsync<Refused>(() => client.DoAsync<Campaign>(Officer, Launch, Variables, CancellationToken.None));
        var query = await Assert.ThrowsAsync<Refused>(
            () => client.AllAsync<Campaign>(Officer, OperationFile.Beside(nameof(CurriculumShelf))["Campaigns"], null, CancellationToken.None));

        Assert.Equal((mayPass, mayPass), (mutation.MayPass, query.MayPass));
        Assert.StartsWith("CurriculumShelf.graphql, Campaigns, campaigns: ", query.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_is_repeated_with_its_key_while_a_service_is_away()
    {
        var keys = new List<string>();
        var services = new AnsweringServices();
        services.Refuses = method =>
        {
            if (method.Name != "LaunchCampaign")
                return null;
            keys.Add(services.LastHeaders!.GetValue("idempotency-key")!);
            return keys.Count < 3 ? Refusal(StatusCode.Unavailable, "Not now.", "version") : null;
        };
        await using var gateway = await GatewayUnderTest.StartAsync(services);
        await ClientOf(gateway).DoAsync<Campaign>(Officer, Launch, Variables, CancellationToken.None);

        Assert.Equal(3, keys.Count);
        Assert.Single(keys.Distinct());
    }

    [Fact]
    public async Task Same_request_has_the_same_key_and_another_occasion_another()
    {
        var services = new AnsweringServices();
        await using var gateway = await GatewayUnderTest.StartAsync(services);
        var client = ClientOf(gateway);
        var keys = new List<string>();
        foreach (var occasion in new[] { "", "", "next year" })
        {
            await client.DoAsync<Campaign>(Officer, Launch, Variables, CancellationToken.None, occasion);
            keys.Add(services.LastHeaders!.GetValue("idempotency-key")!);
        }

        Assert.StartsWith("sample/LaunchCampaign.Launch/", keys[0], StringComparison.Ordinal);
        Assert.Equal((keys[0], false), (keys[1], keys[0] == keys[2]));
    }

    [Fact]
    public async Task Answer_that_is_none_is_told_with_its_status()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(new AnsweringServices());
        using var elsewhere = new HttpClient { BaseAddress = new Uri(gateway.Address, "elsewhere/") };
        var stopped = await Assert.ThrowsAsync<StoryStopped>(
            () => new GatewayClient(elsewhere, SampleTokens()).DoAsync<Campaign>(Officer, Launch, Variables, CancellationToken.None));

        Assert.StartsWith("LaunchCampaign.graphql, Launch: the gateway answered 404", stopped.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private GatewayClient ClientOf(GatewayUnderTest gateway) => new(gateway.Http, SampleTokens());

    private Tokens SampleTokens() => new(DevelopmentTokens.In(_folder.Path, TimeProvider.System), TimeProvider.System);

    private static RpcException Refusal(StatusCode code, string message, string field) => new Google.Rpc.Status
    {
        Code = (int)code,
        Message = message,
        Details = { Google.Protobuf.WellKnownTypes.Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = message } } }) },
    }.ToRpcException();
}
