using Grpc.Core;
using Training.Contracts;
using Training.Hosting;

namespace Training.System.Tests.Refusals;

/// <summary>Every RPC of the running system by nobody, by every role and by forged tokens; the RPCs are those of the descriptors.</summary>
public sealed class RoleTests
{
    private static readonly Role[] Roles = [.. Enum.GetValues<Role>().Where(role => role != Role.Unspecified)];

    [Fact]
    public void Contracts_name_rpcs_of_every_service_and_every_role()
    {
        foreach (var app in Rpc.All.GroupBy(rpc => rpc.App))
            Assert.Equal((6, true), (app.Count(rpc => rpc.Method.File.Package == "training.operations.v1"), app.Count() > 6));
        Assert.Equal(5, Rpc.All.Select(rpc => rpc.App).Distinct().Count());
        Assert.Equal(Roles, Rpc.All.SelectMany(rpc => rpc.Roles).Distinct().Order());
        Assert.All(Rpc.All, rpc => Assert.NotEmpty(rpc.Roles));
    }

    [Fact]
    public async Task Every_rpc_lets_in_exactly_the_roles_that_its_contract_states()
    {
        await using var installation = await AppHostInstallation.StartAsync(TestDatabases.Sqlite, people: 10, sample: "no");
        using var house = new Doors(installation);
        using var elsewhere = new TemporaryFolder();
        var forged = DevelopmentTokens.In(elsewhere.Path, TimeProvider.System).Mint(Somebody.Hospital, Somebody.Named("Mallory"), "mallory", Roles, TimeSpan.FromHours(1));
        List<string> wrong = [];
        var calls = 0;

        async Task TryAsync(Rpc rpc, string who, Metadata headers, Func<Answer, bool> expected)
        {
            // A command without idempotency key: let in or not, it changes nothing.
            var answer = await house.Of(rpc.App).CallAsync(rpc, headers, rpc.Method.InputType.Parser.ParseFrom([]));
            calls++;
            if (!expected(answer))
                wrong.Add($"{rpc} answered {who}: {answer}");
        }

        foreach (var rpc in Rpc.All)
        {
            await TryAsync(rpc, "nobody", [], answer => answer.Status.StatusCode == StatusCode.Unauthenticated);
            await TryAsync(rpc, "a forger", new Metadata { { "authorization", $"Bearer {forged}" } }, answer => answer.Status.StatusCode == StatusCode.Unauthenticated);
            await TryAsync(rpc, "somebody without roles", house.As(Somebody.Hospital, Somebody.Named("Noel")), IsRoleMissing);
            foreach (var role in Roles)
                await TryAsync(rpc, role.ToString(), house.As(Somebody.Hospital, Somebody.Named("Noel"), role), rpc.Roles.Contains(role) ? IsLetIn : IsRoleMissing);
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.Equal(Rpc.All.Count * (3 + Roles.Length), calls);
    }

    private static bool IsRoleMissing(Answer answer) => (answer.Status.StatusCode, answer.Reason) == (StatusCode.PermissionDenied, "ROLE_MISSING");

    private static bool IsLetIn(Answer answer) =>
        answer.Reason != "ROLE_MISSING" && answer.Status.StatusCode is not (StatusCode.Unauthenticated or StatusCode.Unimplemented or StatusCode.Internal or StatusCode.Unknown);
}
