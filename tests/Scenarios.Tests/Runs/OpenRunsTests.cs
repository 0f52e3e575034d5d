using System.Text;

namespace Training.Scenarios.Tests;

public sealed class OpenRunsTests
{
    private static readonly Edition Sample = new(new ScenarioId(Guid.CreateVersion7()), 1, [], ScenarioDocument.Read(Encoding.UTF8.GetBytes(SampleDocument.Text)));

    [Fact]
    public void Take_gives_a_run_to_one_taker_until_it_is_left_again()
    {
        using var open = new OpenRuns();
        var run = Left(open);
        Run?[] taken = [open.Take(run.Organisation, run.Id, 1), open.Take(run.Organisation, run.Id, 1)];
        Assert.Equal([run, null], taken);

        open.Leave(run);
        Assert.Same(run, open.Take(run.Organisation, run.Id, 1));
    }

    [Fact]
    public void Take_gives_nothing_at_another_step_or_to_another_organisation()
    {
        using var open = new OpenRuns();
        var run = Left(open);
        Assert.Null(open.Take(Somebody.Clinic, run.Id, 1));
        Assert.Null(open.Take(run.Organisation, run.Id, 2));
    }

    [Fact]
    public void Take_gives_the_run_at_the_step_where_the_last_choice_left_it()
    {
        using var open = new OpenRuns();
        var run = Left(open);
        run.Choose(Sample, "number", 1, "cover", DateTimeOffset.UnixEpoch);
        open.Leave(run);
        Assert.Equal("doubt", open.Take(run.Organisation, run.Id, 2)?.Place(Sample.Graph));
    }

    private static Run Left(OpenRuns open)
    {
        var run = Run.Start(Somebody.Hospital, new RunId(Guid.CreateVersion7()), Somebody.Named("Ann"), Sample, DateTimeOffset.UnixEpoch);
        open.Leave(run);
        return run;
    }
}
