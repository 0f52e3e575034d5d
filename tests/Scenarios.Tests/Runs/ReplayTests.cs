using System.Data.Common;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Npgsql;
using Training.Contracts;
using Training.Operations.V1;
using Training.Scenarios.V1;
using static Training.Scenarios.Tests.ScenarioHouse;

namespace Training.Scenarios.Tests;

public sealed class ReplayTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task GetReplay_gives_the_same_hash_after_newer_versions_and_a_restart(string provider)
    {
        await using var house = await StartAsync(provider);
        var (run, last) = await house.WalkAsync(await house.PublishSampleAsync(), Ann, "cover", "hope", "leave");
        await house.PublishAsync(SampleDocument.With("outcome: risky", "outcome: acceptable"));
        await house.PublishAsync(SampleDocument.With("minutes: 6", "minutes: 9"));
        await house.Service.RestartAsync();

        var replay = await house.ReplayAsync(run.Id);
        Assert.Equal(last.Result.EvidenceHash.Hex(), replay.ReplayedHash.Hex());
        Assert.Equal(replay.StoredHash, replay.ReplayedHash);
        Assert.Equal(last.Result, replay.Run.Result);
        Assert.Equal(("The referral fax", 1), (replay.Run.ScenarioTitle, replay.Run.ScenarioVersion));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task GetReplay_shows_every_scene_and_what_every_choice_would_have_led_to(string provider)
    {
        await using var house = await StartAsync(provider);
        var (run, _) = await house.WalkAsync(await house.PublishSampleAsync(), Ann, "send", "home");
        var replay = await house.ReplayAsync(run.Id);

        Assert.Equal([("number", 1, "send"), ("tray", 2, "home")], replay.Steps.Select(s => (s.Scene.Key, s.Scene.Step, s.Chosen)));
        Assert.Equal(
            [("confirm", V1.Outcome.Best, ""), ("cover", V1.Outcome.Risky, ""), ("send", V1.Outcome.Violation, "P01")],
            replay.Steps[0].Branches.Select(b => (b.Choice, b.Outcome, b.ViolationCode)));
        Assert.All(replay.Steps.SelectMany(s => s.Branches), branch => Assert.All((string[])[branch.Consequence, branch.Rule, branch.Citation], text => Assert.NotEqual("", text)));
        Assert.Equal((await house.GetRunAsync(run.Id, Ann)).Choices, replay.Run.Choices);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task GetReplay_leaves_a_note_in_the_audit_log(string provider)
    {
        await using var house = await StartAsync(provider);
        var (run, _) = await house.WalkAsync(await house.PublishSampleAsync(), Ann, "confirm", "return");
        await house.ReplayAsync(run.Id, Role.Reviewer);

        var log = await house.Operations.ListAuditAsync(new ListAuditRequest { Subject = $"Run/{run.Id}" }, house.Service.Call(Role.Auditor));
        var note = Assert.Single(log.Entries, entry => entry.Why == "replayed");
        Assert.Equal((Officer.ToString(), "training.scenarios.v1.Runs/GetReplay"), (note.Member, note.Action));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task GetReplay_shows_employees_their_own_and_officers_reviewers_and_auditors_everybodys(string provider)
    {
        await using var house = await StartAsync(provider);
        var scenario = await house.PublishSampleAsync();
        var (run, _) = await house.WalkAsync(scenario, Ann, "confirm", "return");
        await house.ReplayAsync(run.Id, Role.Employee, Ann);
        foreach (var role in (Role[])[Role.PrivacyOfficer, Role.SecurityOfficer, Role.Reviewer, Role.Auditor])
            await house.ReplayAsync(run.Id, role);

        await Refusal.ExpectAsync(StatusCode.NotFound, "RUN_NOT_FOUND", () => house.ReplayAsync(run.Id, Role.Employee, Ben));
        await house.Runs.GetReplayAsync(new GetReplayRequest { RunId = run.Id }, house.Service.Call(Role.Auditor, organisation: Somebody.Clinic))
            .IsRefusedAsync(StatusCode.NotFound, "RUN_NOT_FOUND");
        var open = await house.StartRunAsync(scenario, Ben);
        await Refusal.ExpectAsync(StatusCode.FailedPrecondition, "RUN_IS_NOT_FINISHED", () => house.ReplayAsync(open.Id));
    }

    [SkippableTheory]
    [InlineData(TestDatabases.Sqlite)]
    [InlineData(TestDatabases.Postgres)]
    public async Task GetReplay_tells_that_somebody_has_changed_what_is_stored(string provider)
    {
        await using var house = await StartAsync(provider);
        var scenario = await house.PublishSampleAsync();
        var (later, _) = await house.WalkAsync(scenario, Ann, "send", "return");
        var (other, _) = await house.WalkAsync(scenario, Ben, "send", "return");
        await ExecuteAsync(house, $"UPDATE choices SET at = at + 1 WHERE step = 1 AND lower(CAST(run AS text)) = '{later.Id}'");
        await ExecuteAsync(house, $"UPDATE runs SET passed = NOT passed, violations = 0 WHERE lower(CAST(id AS text)) = '{later.Id}'");
        await ExecuteAsync(house, $"UPDATE choices SET choice = 'cover' WHERE step = 1 AND lower(CAST(run AS text)) = '{other.Id}'");

        var replay = await house.ReplayAsync(later.Id);
        Assert.NotEqual(replay.StoredHash, replay.ReplayedHash);
        Assert.Equal((false, 1), (replay.Run.Result.Passed, replay.Run.Result.Violations));
        await Refusal.ExpectAsync(StatusCode.FailedPrecondition, "RUN_DOES_NOT_REPLAY", () => house.ReplayAsync(other.Id));
    }

    private static async Task ExecuteAsync(ScenarioHouse house, string sql)
    {
        var database = house.Service.Database;
        await using DbConnection connection = database.Provider == TestDatabases.Sqlite
            ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
