using Google.Protobuf.WellKnownTypes;
using Training.Completions.V1;
using Training.Hosting;
using Training.Scenarios.V1;

namespace Training.Sanctions.Tests;

/// <summary>What the other services would tell of scenarios, runs and completions.</summary>
internal static class Teaching
{
    public static string Id(string scenario) => Somebody.Named(scenario).ToString();

    /// <summary>A version with one scene for each decision, written as "F1:P01,P08" or "F3".</summary>
    public static ScenarioPublished Published(string scenario, int version, DateTimeOffset at, params string[] decisions)
    {
        var published = new ScenarioPublished
        {
            Scenario = new Scenario { Id = Id(scenario), Code = scenario, Version = version, Title = $"About {scenario}", Published = at.ToTimestamp() },
        };
        foreach (var decision in decisions)
        {
            var parts = decision.Split(':');
            published.Decisions.Add(new ScenarioPublished.Types.TaughtDecision
            {
                Code = parts[0],
                Scene = $"scene of {parts[0]}",
                Title = $"Decision {parts[0]}",
                Competency = "verify-destination",
                ViolationCodes = { parts.Length > 1 ? parts[1].Split(',') : [] },
            });
        }

        return published;
    }

    /// <summary>A run with a choice at each decision, written as "F1:risky".</summary>
    public static RunFinished Run(MemberId member, string scenario, int version, DateTimeOffset finished, bool passed, params string[] choices)
    {
        var run = new RunFinished
        {
            RunId = Guid.CreateVersion7().ToString(),
            MemberId = member.ToString(),
            ScenarioId = Id(scenario),
            ScenarioVersion = version,
            ScenarioCode = scenario,
            Started = finished.AddMinutes(-6).ToTimestamp(),
            Finished = finished.ToTimestamp(),
            Passed = passed,
        };
        foreach (var (choice, step) in choices.Select((choice, step) => (choice.Split(':'), step)))
        {
            run.Choices.Add(new RunFinished.Types.MadeChoice
            {
                Step = step + 1,
                Scene = $"scene of {choice[0]}",
                Decision = choice[0],
                Choice = choice[1],
                Text = $"What one would do: {choice[1]}",
                Outcome = System.Enum.Parse<Scenarios.V1.Outcome>(choice[1], ignoreCase: true),
                At = finished.AddMinutes(step - choices.Length).ToTimestamp(),
            });
        }

        return run;
    }

    public static AssignmentCompleted Completed(V1.Case file, DateTimeOffset at) => new()
    {
        Completion = new Completion
        {
            Id = Guid.CreateVersion7().ToString(),
            MemberId = file.MemberId,
            Source = AssignmentSource.Remediation,
            SourceId = file.Remediation.Id,
            Completed = at.ToTimestamp(),
        },
    };
}
