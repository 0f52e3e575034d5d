using Google.Protobuf.Reflection;
using Grpc.Core;
using Training.Contracts;
using Xunit;

namespace Training.Hosting.Tests;

/// <summary>The refusal matrix: every RPC of the descriptors by every role, by nobody, and by a caller without roles.</summary>
public sealed class AuthorisationTests
{
    private static readonly Role[] AllRoles = [.. Enum.GetValues<Role>().Where(role => role != Role.Unspecified)];

    public static TheoryData<string> Services => [DoorsReflection.Descriptor.Services[0].FullName, Operations.V1.OperationsReflection.Descriptor.Services[0].FullName];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Call_is_let_in_exactly_when_the_caller_has_a_role_that_the_contract_states(string service)
    {
        await using var app = await TestApp.Start();
        var invoker = app.Channel.CreateCallInvoker();

        foreach (var rpc in Descriptor(service).Methods)
        {
            var admitted = Stated(rpc);
            foreach (var role in AllRoles)
            {
                var status = await AnyRpc.Call(invoker, rpc, app.As(role));
                if (admitted.Contains(role))
                    Assert.True(status.StatusCode is StatusCode.OK or StatusCode.Unimplemented, $"{rpc.FullName} refused {role}: {status}");
                else
                    Assert.True(status.StatusCode == StatusCode.PermissionDenied, $"{rpc.FullName} let {role} in: {status}");
            }

            Assert.Equal(StatusCode.PermissionDenied, (await AnyRpc.Call(invoker, rpc, app.As())).StatusCode);
            Assert.Equal(
                admitted.Length == 0 ? StatusCode.PermissionDenied : StatusCode.Unauthenticated,
                (await AnyRpc.Call(invoker, rpc, [])).StatusCode);
            Assert.Equal(
                admitted.Length == 0 ? StatusCode.PermissionDenied : StatusCode.Unauthenticated,
                (await AnyRpc.Call(invoker, rpc, TestApp.Bearer("nonsense"))).StatusCode);
        }
    }

    [Fact]
    public void Matrix_covers_every_role_every_kind_of_call_and_doors_without_roles()
    {
        var rpcs = DoorsReflection.Descriptor.Services[0].Methods;

        Assert.Equal(AllRoles, rpcs.SelectMany(Stated).Distinct().Order());
        Assert.Equal(4, rpcs.Where(rpc => Stated(rpc).Length > 0).Select(rpc => (rpc.IsClientStreaming, rpc.IsServerStreaming)).Distinct().Count());
        Assert.Equal(4, rpcs.Where(rpc => Stated(rpc).Length == 0).Select(rpc => (rpc.IsClientStreaming, rpc.IsServerStreaming)).Distinct().Count());
        Assert.All(Operations.V1.OperationsReflection.Descriptor.Services[0].Methods, rpc => Assert.NotEmpty(Stated(rpc)));
    }

    [Fact]
    public async Task Refusal_says_which_roles_are_needed_when_the_caller_has_another()
    {
        await using var app = await TestApp.Start();

        var refused = await Assert.ThrowsAsync<RpcException>(() => app.Doors.OfficersAsync(new Knock(), app.As(Role.Hr)).ResponseAsync);

        Assert.Contains("Doors/Officers needs one of these roles: privacy-officer, security-officer.", refused.Status.Detail);
        Assert.Equal("ROLE_MISSING", refused.Reason());
    }

    [Fact]
    public async Task Refusal_says_so_when_the_contract_states_no_roles()
    {
        await using var app = await TestApp.Start();

        var refused = await Assert.ThrowsAsync<RpcException>(() => app.Doors.NobodyAsync(new Knock(), app.As(AllRoles)).ResponseAsync);

        Assert.Contains("refuses everybody because its contract states no roles", refused.Status.Detail);
        Assert.Equal("RPC_WITHOUT_ROLES", refused.Reason());
    }

    [Fact]
    public async Task Service_knows_its_caller_when_the_call_is_let_in()
    {
        await using var app = await TestApp.Start();
        var organisation = OrganisationId.New(TimeProvider.System);
        var member = MemberId.New(TimeProvider.System);
        var token = app.Tokens.Mint(organisation, member, "ada", [Role.Employee, Role.PrivacyOfficer], TimeSpan.FromMinutes(1));

        foreach (var attempt in new[] { "validated", "remembered" })
        {
            var answer = await app.Doors.EmployeeAsync(new Knock(), TestApp.Bearer(token));

            Assert.True(answer.Organisation == organisation.ToString(), attempt);
            Assert.Equal(member.ToString(), answer.Member);
            Assert.Equal("ada", answer.Account);
            Assert.Equal([Role.Employee, Role.PrivacyOfficer], answer.Roles);
            Assert.Equal("training.hosting.tests.Doors/Employee", answer.Action);
        }
    }

    [Fact]
    public async Task Caller_has_no_member_when_a_machine_calls()
    {
        await using var app = await TestApp.Start();
        var token = app.Tokens.Mint(OrganisationId.New(TimeProvider.System), null, "hr-system", [Role.Employee], TimeSpan.FromMinutes(1));

        Assert.Equal("", (await app.Doors.EmployeeAsync(new Knock(), TestApp.Bearer(token))).Member);
    }

    [Fact]
    public void GetCaller_throws_when_nobody_was_let_in() =>
        Assert.Throws<InvalidOperationException>(() => new CurrentCall().Caller);

    private static ServiceDescriptor Descriptor(string service) =>
        new[] { DoorsReflection.Descriptor, Operations.V1.OperationsReflection.Descriptor }.SelectMany(file => file.Services).Single(each => each.FullName == service);

    private static Role[] Stated(MethodDescriptor rpc) =>
        [.. (rpc.GetOptions()?.GetExtension(OptionsExtensions.Roles) ?? []).Where(role => role != Role.Unspecified)];
}
