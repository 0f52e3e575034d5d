using Google.Protobuf.Reflection;
using Training.Contracts;
using Xunit;

namespace Training.Architecture.Tests.Contracts;

public sealed class RpcRuleTests
{
    [Fact]
    public void Every_rpc_states_its_roles_and_whether_it_is_a_query() => RpcRule.Check(ContractFiles.OursAndTheExamples).AssertHolds();

    [Fact]
    public void An_rpc_without_roles_is_found() =>
        RpcRule.Check([With(SampleProto.Method("PublishCurriculum"))]).AssertFinds("PublishCurriculum states no roles");

    [Fact]
    public void An_rpc_for_an_unspecified_role_is_found() =>
        RpcRule.Check([With(SampleProto.Method("PublishCurriculum", roles: Role.Unspecified))]).AssertFinds("unspecified role");

    [Fact]
    public void A_query_that_does_not_say_so_is_found() =>
        RpcRule.Check([With(SampleProto.Method("ListCurricula", roles: Role.Employee))]).AssertFinds("a query by its name");

    [Fact]
    public void A_command_that_claims_to_be_a_query_is_found() =>
        RpcRule.Check([With(SampleProto.Method("PublishCurriculum", isQuery: true, Role.Employee))]).AssertFinds("says NO_SIDE_EFFECTS");

    [Fact]
    public void A_command_that_streams_its_answer_is_found()
    {
        var method = SampleProto.Method("PublishCurricula", roles: Role.Employee);
        method.ServerStreaming = true;

        RpcRule.Check([With(method)]).AssertFinds("a command that streams its answer");
    }

    [Fact]
    public void An_rpc_that_states_both_is_not_found() =>
        RpcRule.Check([With(SampleProto.Method("ListCurricula", isQuery: true, Role.Employee, Role.Auditor))]).AssertHolds();

    private static FileDescriptor With(MethodDescriptorProto method) => SampleProto.File("training/curricula/v1/curricula.proto", method: method);
}
