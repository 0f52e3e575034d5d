using Grpc.Core;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class RepeatedCommandTests
{
    private const int Callers = 16;

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Suggest_acts_once_and_gives_its_first_answer_again_when_repeated_with_the_same_key(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        var request = new SuggestRequest { Text = "More chairs" };

        var first = await service.Suggestions.SuggestAsync(request, service.Employee(key: "intent 1"));
        var second = await service.Suggestions.SuggestAsync(request, service.Employee(key: "intent 1"));

        Assert.Equal(first, second);
        Assert.Equal(Effects.OfSuggesting(1), await Effects.InAsync(service));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Suggest_acts_once_and_answers_all_alike_when_sixteen_call_with_the_same_key(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        var headers = service.Employee(key: "intent 1");

        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
            await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "More chairs" }, headers)));

        Assert.Single(answers.Distinct());
        Assert.Equal(Effects.OfSuggesting(1), await Effects.InAsync(service));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Suggest_acts_each_time_when_sixteen_call_with_keys_of_their_own(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;

        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async i =>
            await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "More chairs" }, service.Employee(key: $"intent {i}"))));

        Assert.Equal(Callers, answers.Select(a => a.Id).Distinct().Count());
        Assert.Equal(Effects.OfSuggesting(Callers), await Effects.InAsync(service));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Suggest_is_refused_and_does_nothing_when_the_key_was_used_for_another_request(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "More chairs" }, service.Employee(key: "intent 1"));

        await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "Fewer chairs" }, service.Employee(key: "intent 1"))
            .IsRefusedAsync(StatusCode.InvalidArgument, "IDEMPOTENCY_KEY_REUSED");
        await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "" }, service.Employee(key: "intent 1"))
            .IsRefusedAsync(StatusCode.InvalidArgument, "IDEMPOTENCY_KEY_REUSED");

        Assert.Equal(Effects.OfSuggesting(1), await Effects.InAsync(service));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_refused_command_leaves_nothing_and_its_key_is_free_when_the_request_is_put_right(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;

        await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "" }, service.Employee(key: "intent 1"))
            .IsRefusedAsync(StatusCode.InvalidArgument, "SUGGESTION_TEXT_UNUSABLE");
        Assert.Equal(Effects.None, await Effects.InAsync(service));

        await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "More chairs" }, service.Employee(key: "intent 1"));
        Assert.Equal(Effects.OfSuggesting(1), await Effects.InAsync(service));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Accept_gives_its_first_answer_again_when_the_state_has_moved_on(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        var suggestion = await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "More chairs" }, service.Employee());
        var request = new AcceptRequest { Id = suggestion.Id };

        var first = await service.Suggestions.AcceptAsync(request, service.Officer(key: "intent 1"));
        var second = await service.Suggestions.AcceptAsync(request, service.Officer(key: "intent 1"));

        Assert.True(first.Accepted);
        Assert.Equal(first, second);
        await service.Suggestions.AcceptAsync(request, service.Officer(key: "intent 2"))
            .IsRefusedAsync(StatusCode.FailedPrecondition, "SUGGESTION_ALREADY_ACCEPTED");
        Assert.Single(await service.RowsAsync<OutboxRow>(), row => row.Type == SuggestionAccepted.Descriptor.FullName);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Accept_lets_exactly_one_win_when_four_officers_accept_at_once(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        string[] officers = ["Olive", "Oscar", "Odette", "Omar"];

        for (var round = 0; round < 10; round++)
        {
            var suggestion = await service.Suggestions.SuggestAsync(new SuggestRequest { Text = $"Round {round}" }, service.Employee());
            var calls = officers.Select(name => service.Suggestions.AcceptAsync(new AcceptRequest { Id = suggestion.Id }, service.Officer(name))).ToList();
            var winners = 0;
            foreach (var call in calls)
            {
                try
                {
                    Assert.Equal(2, (await call).Version);
                    winners++;
                }
                catch (RpcException)
                {
                    await call.IsRefusedAsync(StatusCode.FailedPrecondition, "SUGGESTION_ALREADY_ACCEPTED");
                }
            }
            Assert.Equal(1, winners);
        }

        Assert.Equal(10, (await service.RowsAsync<OutboxRow>()).Count(row => row.Type == SuggestionAccepted.Descriptor.FullName));
    }
}
