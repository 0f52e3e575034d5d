using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Training.Contracts;
using Training.Hosting;
using Training.Scenarios.V1;
using static Training.Scenarios.Tests.ScenarioHouse;

namespace Training.Scenarios.Tests;

public sealed class ChooseTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Choose_shows_the_consequence_and_the_next_scene(string provider)
    {
        await using var house = await StartAsync(provider);
        var run = await house.StartRunAsync(await house.PublishSampleAsync(), Ann);
        Assert.Equal(("number", 1), (run.Scene.Key, run.Scene.Step));
        Assert.Equal(["confirm", "cover", "send"], run.Scene.Options.Select(option => option.Key));

        var chosen = await house.ChooseAsync(run.Id, 1, "number", "cover", Ann);
        Assert.Equal((1, "number", "cover", "F1"), (chosen.Made.Step, chosen.Made.Scene, chosen.Made.Choice, chosen.Made.Decision));
        Assert.Equal((V1.Outcome.Risky, "Nobody answers. You cannot say on whose desk the report lies now."), (chosen.Made.Outcome, chosen.Made.Consequence));
        Assert.Equal(("A cover sheet does not correct a wrong number.", "45 CFR 164.530(c)"), (chosen.Made.Rule, chosen.Made.Citation));
        Assert.Equal(("doubt", 2), (chosen.Next.Key, chosen.Next.Step));
        Assert.Null(chosen.Result);

        var seen = await house.GetRunAsync(run.Id, Ann);
        Assert.Equal(chosen.Next, seen.Scene);
        Assert.Equal([chosen.Made], seen.Choices);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Choose_ends_the_run_with_its_result_and_tells_every_choice(string provider)
    {
        await using var house = await StartAsync(provider);
        var (run, last) = await house.WalkAsync(await house.PublishSampleAsync(), Ann, "cover", "ask", "return");

        Assert.Null(last.Next);
        Assert.Equal((true, 2, 0, 1, 0), (last.Result.Passed, last.Result.Best, last.Result.Acceptable, last.Result.Risky, last.Result.Violations));
        Assert.StartsWith("A fax is safe", last.Result.Debrief, StringComparison.Ordinal);
        var seen = await house.GetRunAsync(run.Id, Ann);
        Assert.Equal(last.Result, seen.Result);
        Assert.Null(seen.Scene);

        var told = Assert.Single(await house.Service.PublishedAsync<RunFinished>());
        Assert.Equal((run.Id, Ann.ToString(), run.ScenarioId, 1, "faxing-sample", "F", true), (told.RunId, told.MemberId, told.ScenarioId, told.ScenarioVersion, told.ScenarioCode, told.Family, told.Passed));
        Assert.Equal((last.Result.EvidenceHash, last.Result.Finished, run.Started), (told.EvidenceHash, told.Finished, told.Started));
        Assert.Equal(
            [(1, "number", "cover", "F1", V1.Outcome.Risky), (2, "doubt", "ask", "", V1.Outcome.Best), (3, "tray", "return", "F2", V1.Outcome.Best)],
            told.Choices.Select(c => (c.Step, c.Scene, c.Choice, c.Decision, c.Outcome)));
        Assert.Equal("Send it to the old number with a cover sheet.", told.Choices[0].Text);
        Assert.Equal(seen.Choices.Select(c => c.At), told.Choices.Select(c => c.At));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Choose_fails_the_run_when_a_violation_was_chosen(string provider)
    {
        await using var house = await StartAsync(provider);
        var (_, last) = await house.WalkAsync(await house.PublishSampleAsync(), Ann, "send", "return");
        Assert.Equal((false, 1), (last.Result.Passed, last.Result.Violations));
        var told = Assert.Single(await house.Service.PublishedAsync<RunFinished>());
        Assert.Equal((false, "P01"), (told.Passed, told.Choices[0].ViolationCode));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Choose_is_refused_and_says_where_the_run_is_when_the_scene_is_not_open(string provider)
    {
        await using var house = await StartAsync(provider);
        var run = await house.StartRunAsync(await house.PublishSampleAsync(), Ann);
        await RefuseAsync(StatusCode.FailedPrecondition, "SCENE_NOT_OPEN", "The run is at step 1, scene 'number'", () => house.ChooseAsync(run.Id, 1, "tray", "return", Ann));
        await RefuseAsync(StatusCode.FailedPrecondition, "SCENE_NOT_OPEN", "The run is at step 1, scene 'number'", () => house.ChooseAsync(run.Id, 2, "number", "confirm", Ann));
        await RefuseAsync(StatusCode.InvalidArgument, "NO_SUCH_CHOICE", "confirm, cover, send", () => house.ChooseAsync(run.Id, 1, "number", "return", Ann));

        await house.ChooseAsync(run.Id, 1, "number", "confirm", Ann);
        await RefuseAsync(StatusCode.Aborted, "STEP_ALREADY_CHOSEN", "The run is at step 2, scene 'tray'", () => house.ChooseAsync(run.Id, 1, "number", "send", Ann));
        await house.ChooseAsync(run.Id, 2, "tray", "return", Ann);
        await RefuseAsync(StatusCode.FailedPrecondition, "RUN_IS_FINISHED", "Start the scenario again", () => house.ChooseAsync(run.Id, 2, "tray", "return", Ann));

        var seen = await house.GetRunAsync(run.Id, Ann);
        Assert.Equal(["confirm", "return"], seen.Choices.Select(c => c.Choice));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Choose_keeps_one_choice_and_refuses_the_others_when_devices_choose_at_once(string provider)
    {
        await using var house = await StartAsync(provider);
        var scenario = await house.PublishSampleAsync();
        for (var round = 0; round < 5; round++)
        {
            var run = await house.StartRunAsync(scenario, Ann);
            string[] choices = ["confirm", "cover", "send"];
            var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async device =>
            {
                try
                {
                    return (await house.ChooseAsync(run.Id, 1, "number", choices[device % 3], Ann)).Made.Choice;
                }
                catch (RpcException refused) when (refused.StatusCode == StatusCode.Aborted)
                {
                    Assert.Contains("The run is at step 2, scene '", refused.Status.Detail, StringComparison.Ordinal);
                    return null;
                }
            }));
            var won = Assert.Single(answers, answer => answer is not null);
            var seen = await house.GetRunAsync(run.Id, Ann);
            Assert.Equal([won], seen.Choices.Select(c => c.Choice));
            for (var scene = seen.Scene; scene is not null;)
                scene = (await house.ChooseAsync(run.Id, scene.Step, scene.Key, scene.Options[0].Key, Ann)).Next;
        }
        Assert.Equal(5, (await house.Service.PublishedAsync<RunFinished>(5)).Count);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Choose_answers_the_same_and_counts_once_when_a_request_is_repeated(string provider)
    {
        await using var house = await StartAsync(provider);
        var run = await house.StartRunAsync(await house.PublishSampleAsync(), Ann);
        var first = await house.ChooseAsync(run.Id, 1, "number", "cover", Ann, key: "tap");
        var repeated = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => house.ChooseAsync(run.Id, 1, "number", "cover", Ann, key: "tap")));
        Assert.All(repeated, answer => Assert.Equal(first, answer));
        await Refusal.ExpectAsync(StatusCode.InvalidArgument, "IDEMPOTENCY_KEY_REUSED", () => house.ChooseAsync(run.Id, 1, "number", "send", Ann, key: "tap"));
        Assert.Equal("cover", Assert.Single((await house.GetRunAsync(run.Id, Ann)).Choices).Choice);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Choose_is_refused_and_says_where_the_run_is_when_another_process_has_gone_on_with_it(string provider)
    {
        await using var house = await StartAsync(provider);
        var run = await house.StartRunAsync(await house.PublishSampleAsync(), Ann);
        await house.ChooseAsync(run.Id, 1, "number", "cover", Ann);
        await using (var scope = house.Service.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentCall>().Begin(new Caller(Somebody.Hospital, Ann, "test", new HashSet<Role>()), "another process");
            var db = scope.ServiceProvider.GetRequiredService<ScenariosDb>();
            db.Add(new MadeChoice { Organisation = Somebody.Hospital, Run = RunId.From(Guid.Parse(run.Id)), Step = 2, Scene = "doubt", Choice = "ask", At = DateTimeOffset.UnixEpoch });
            await db.SaveChangesAsync();
        }

        await RefuseAsync(StatusCode.Aborted, "STEP_ALREADY_CHOSEN", "The run is at step 3, scene 'tray'", () => house.ChooseAsync(run.Id, 2, "doubt", "ask", Ann));
        Assert.NotNull((await house.ChooseAsync(run.Id, 3, "tray", "return", Ann)).Result);
        Assert.Equal(["cover", "ask", "return"], (await house.GetRunAsync(run.Id, Ann)).Choices.Select(c => c.Choice));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Choose_goes_on_where_the_run_was_when_the_service_has_started_again(string provider)
    {
        await using var house = await StartAsync(provider);
        var run = await house.StartRunAsync(await house.PublishSampleAsync(), Ann);
        await house.ChooseAsync(run.Id, 1, "number", "cover", Ann);
        await house.Service.RestartAsync();
        Assert.Equal("tray", (await house.ChooseAsync(run.Id, 2, "doubt", "ask", Ann)).Next.Key);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Nobody_sees_or_moves_the_run_of_another(string provider)
    {
        await using var house = await StartAsync(provider);
        var run = await house.StartRunAsync(await house.PublishSampleAsync(), Ann);
        var service = house.Service;
        var request = new ChooseRequest { RunId = run.Id, Scene = "number", Step = 1, Choice = "confirm" };

        await house.Runs.ChooseAsync(request, service.Call(Role.Employee, Ben)).IsRefusedAsync(StatusCode.NotFound, "RUN_NOT_FOUND");
        await house.Runs.ChooseAsync(request, service.Call(Role.Employee, Ann, Somebody.Clinic)).IsRefusedAsync(StatusCode.NotFound, "RUN_NOT_FOUND");
        await house.Runs.ChooseAsync(request, service.Call(Role.Employee)).IsRefusedAsync(StatusCode.PermissionDenied, "RUNS_ARE_FOR_PEOPLE");
        await house.Runs.GetRunAsync(new GetRunRequest { Id = run.Id }, service.Call(Role.Employee, Ben)).IsRefusedAsync(StatusCode.NotFound, "RUN_NOT_FOUND");
        await house.Runs.GetRunAsync(new GetRunRequest { Id = run.Id }, service.Call(Role.Employee)).IsRefusedAsync(StatusCode.NotFound, "RUN_NOT_FOUND");
        Assert.Empty((await house.GetRunAsync(run.Id, Ann)).Choices);
    }

    private static async Task RefuseAsync(StatusCode code, string reason, string says, Func<Task> call)
    {
        await Refusal.ExpectAsync(code, reason, call);
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Contains(says, refused.Status.Detail, StringComparison.Ordinal);
    }
}
