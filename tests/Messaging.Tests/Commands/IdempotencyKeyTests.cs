using Grpc.Core;
using Training.Contracts;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class IdempotencyKeyTests
{
    private static readonly SuggestRequest Request = new() { Text = "More chairs" };

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Suggest_is_refused_and_does_nothing_when_the_key_is_missing_empty_or_too_long(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;

        foreach (var headers in new[] { WithoutKey(service.Employee()), service.Employee(key: ""), service.Employee(key: new string('k', 129)) })
            await service.Suggestions.SuggestAsync(Request, headers).IsRefusedAsync(StatusCode.InvalidArgument, "IDEMPOTENCY_KEY_MISSING");

        Assert.Equal(Effects.None, await Effects.InAsync(service));
        await service.Suggestions.SuggestAsync(Request, service.Employee(key: new string('k', 128)));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_key_is_the_callers_own_when_another_account_organisation_or_method_uses_the_same(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;

        var erins = await service.Suggestions.SuggestAsync(Request, service.Employee("Erin", "same"));
        var eves = await service.Suggestions.SuggestAsync(Request, service.Employee("Eve", "same"));
        var elsewhere = await service.Suggestions.SuggestAsync(Request, service.As(People.Clinic, "Erin", Role.Employee, "same"));
        var olives = await service.Suggestions.SuggestAsync(Request, service.Employee("Olive", "same"));
        var accepted = await service.Suggestions.AcceptAsync(new AcceptRequest { Id = erins.Id }, service.Officer("Olive", "same"));

        Assert.Equal(4, new[] { erins.Id, eves.Id, elsewhere.Id, olives.Id }.Distinct().Count());
        Assert.Equal((erins.Id, true), (accepted.Id, accepted.Accepted));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_query_needs_no_key(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;

        var tally = await service.Suggestions.GetTallyAsync(new GetTallyRequest(), WithoutKey(service.Employee()));

        Assert.Equal(new Tally(), tally);
        Assert.Equal(Effects.None, await Effects.InAsync(service));
    }

    private static Metadata WithoutKey(Metadata headers)
    {
        headers.Remove(headers.Get("idempotency-key")!);
        return headers;
    }
}
