using Training.Architecture.Tests.Model;
using Xunit;

namespace Training.Architecture.Tests.Sources;

public sealed class WordRuleTests
{
    [Fact]
    public void Only_Messaging_knows_the_sidecar() => WordRule.DaprClient.Check(House.Sources).AssertHolds();

    [Fact]
    public void Only_the_gateway_and_the_samples_operators_call_services() => WordRule.GrpcClient.Check(House.Sources).AssertHolds();

    [Fact]
    public void Only_Hosting_and_the_gateways_errors_know_RpcException() => WordRule.RpcException.Check(House.Sources).AssertHolds();

    [Fact]
    public void Nobody_calls_a_stand_in_by_our_name() => WordRule.OurRuntime.Check(House.Sources).AssertHolds();

    [Fact]
    public void Nobody_derives_from_DaprClient() => WordRule.DerivedDaprClient.Check(House.Sources).AssertHolds();

    [Theory]
    [InlineData("services/Curricula/Features/A.cs")]
    [InlineData("services/Platform/Hosting/A.cs")]
    [InlineData("tests/Reference/A.cs")]
    [InlineData("gateway/A.cs")]
    public void A_DaprClient_elsewhere_is_found(string path) =>
        WordRule.DaprClient.Check([new(path, "class A(DaprClient sidecar);")]).AssertFinds(path);

    [Theory]
    [InlineData("var c = new Sanctions.SanctionsClient(channel);")]
    [InlineData("using var c = GrpcChannel.ForAddress(a);")]
    [InlineData("services.AddGrpcClient<X>();")]
    public void A_gRPC_client_in_a_service_is_found(string code)
    {
        WordRule.GrpcClient.Check([new("services/Curricula/A.cs", code)]).AssertFinds("services/Curricula/A.cs");
        WordRule.GrpcClient.Check([new("apphost/A.cs", code)]).AssertFinds("apphost/A.cs");
        WordRule.GrpcClient.Check([new("apphost/Sample/Story/A.cs", code)]).AssertFinds("apphost/Sample/Story/A.cs");
        WordRule.GrpcClient.Check([new("apphost/Sample/Operators.cs", code), new("gateway/A.cs", code)]).AssertHolds();
    }

    [Theory]
    [InlineData("services/Curricula/CurriculaService.cs")]
    [InlineData("services/Platform/Messaging/A.cs")]
    [InlineData("gateway/Types/A.cs")]
    public void An_RpcException_elsewhere_is_found(string path) =>
        WordRule.RpcException.Check([new(path, "throw new RpcException(status);")]).AssertFinds(path);

    [Theory]
    [InlineData("services/Curricula/A.cs")]
    [InlineData("tests/Reference/A.cs")]
    public void Our_own_name_of_a_stand_in_is_found(string path) =>
        WordRule.OurRuntime.Check([new(path, "using Training.Runtime.Dapr;")]).AssertFinds(path);

    [Theory]
    [InlineData("sealed class Fake : DaprClient { }")]
    [InlineData("sealed class Fake(int a, (int, int) b) : Dapr.Client.DaprClient { }")]
    [InlineData("class Fake<T> : IDisposable, DaprClient where T : class { }")]
    public void A_type_derived_from_DaprClient_is_found(string code) =>
        WordRule.DerivedDaprClient.Check([new("tests/Messaging.Tests/A.cs", code)]).AssertFinds("tests/Messaging.Tests/A.cs");

    [Theory]
    [InlineData("class Relay(DaprClient sidecar) : BackgroundService { }")]
    [InlineData("// class Fake : DaprClient")]
    [InlineData("class A { string B => \"class C : DaprClient\"; }")]
    public void A_type_that_only_takes_or_mentions_a_DaprClient_is_not_found(string code) =>
        Assert.Equal(0, WordRule.DerivedDaprClient.Check([new("services/Platform/Messaging/A.cs", code)]).LookedAt);
}
