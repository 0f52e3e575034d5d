using System.Collections.Concurrent;
using System.Diagnostics;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class TraceTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Trace_of_the_command_reaches_the_subscribers_reaction(string provider)
    {
        var trace = ActivityTraceId.CreateRandom();
        var reactions = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Training.", StringComparison.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == trace && activity.Kind == ActivityKind.Consumer)
                    reactions.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var house = await House.StartAsync(provider, ["suggestions", "listener"]);
        var headers = house["suggestions"].Employee();
        headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");

        await house["suggestions"].Suggestions.SuggestAsync(new SuggestRequest { Text = "Traced" }, headers);

        await Eventually.IsTrueAsync(() => reactions.Count(activity => activity.OperationName == "CountSuggestion") >= 2, "both subscribers react under the command's trace");
    }
}
