using Grpc.Core;
using Training.Contracts;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class ImportTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportSuggestions_acts_once_and_answers_alike_when_the_whole_stream_is_repeated(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;

        Assert.Equal(3, await ImportAsync(service, "import 1", "one", "two", "three"));
        Assert.Equal(3, await ImportAsync(service, "import 1", "one", "two", "three"));

        Assert.Equal(new Effects(Suggestions: 3, Events: 3, AuditEntries: 1, Answers: 1), await Effects.InAsync(service));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportSuggestions_is_refused_and_does_nothing_when_the_key_was_used_for_another_stream(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        await ImportAsync(service, "import 1", "one", "two");

        string[][] others = [["one"], ["one", "two", "three"], ["two", "one"], ["onet", "wo"], [], ["one", ""]];
        foreach (var texts in others)
            await Refusal.ExpectAsync(StatusCode.InvalidArgument, "IDEMPOTENCY_KEY_REUSED", () => ImportAsync(service, "import 1", texts));

        Assert.Equal(2, (await service.RowsAsync<Reference.Suggestion>()).Count);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportSuggestions_keeps_none_when_one_of_them_is_refused(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;

        await Refusal.ExpectAsync(StatusCode.InvalidArgument, "SUGGESTION_TEXT_UNUSABLE", () => ImportAsync(service, "import 1", "one", "", "three"));

        Assert.Equal(Effects.None, await Effects.InAsync(service));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportSuggestions_keeps_nothing_and_its_key_is_free_when_the_caller_leaves_halfway(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;

        using (var call = service.Suggestions.ImportSuggestions(Integration(service, "import 1")))
        {
            await call.RequestStream.WriteAsync(new SuggestRequest { Text = "one" });
            await call.RequestStream.WriteAsync(new SuggestRequest { Text = "two" });
        }

        Assert.Equal(3, await ImportAsync(service, "import 1", "one", "two", "three"));
        Assert.Equal(3, (await service.RowsAsync<Reference.Suggestion>()).Count);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportSuggestions_acts_once_and_answers_all_alike_when_eight_send_the_same_at_once(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ImportAsync(service, "import 1", "one", "two", "three")));

        Assert.All(answers, imported => Assert.Equal(3, imported));
        Assert.Equal(new Effects(Suggestions: 3, Events: 3, AuditEntries: 1, Answers: 1), await Effects.InAsync(service));
    }

    private static Metadata Integration(RunningService service, string key) => service.As(People.Hospital, "hr-system", Role.Integration, key);

    private static async Task<int> ImportAsync(RunningService service, string key, params string[] texts)
    {
        using var call = service.Suggestions.ImportSuggestions(Integration(service, key));
        try
        {
            foreach (var text in texts)
                await call.RequestStream.WriteAsync(new SuggestRequest { Text = text });
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // Refused before everything was sent: the answer says why.
        }
        return (await call).Imported;
    }
}
