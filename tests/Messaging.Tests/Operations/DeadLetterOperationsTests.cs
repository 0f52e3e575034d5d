using Grpc.Core;
using Training.Operations.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class DeadLetterOperationsTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ListDeadLetters_gives_them_oldest_first_page_by_page(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        DeadLetterRow[] rows = [.. Enumerable.Range(0, 7).Select(_ => Rows.DeadLetter(People.Hospital))];
        await service.SaveAsync(People.Hospital, rows);
        await service.SaveAsync(People.Clinic, Rows.DeadLetter(People.Clinic));

        var request = new ListDeadLettersRequest { PageSize = 3 };
        var pages = new List<ListDeadLettersResponse>();
        do
        {
            pages.Add(await service.Operations.ListDeadLettersAsync(request, service.Operator()));
            request.PageToken = pages[^1].NextPageToken;
        }
        while (request.PageToken != "");

        Assert.Equal([3, 3, 1], pages.Select(p => p.DeadLetters.Count));
        Assert.Equal(rows.Select(r => r.Id.ToString()).Order(), pages.SelectMany(p => p.DeadLetters).Select(d => d.Id));
        var first = pages[0].DeadLetters[0];
        Assert.Equal(("somebody", "{", "The body is not JSON.", null), (first.EventSource, first.Envelope, first.Reason, first.Resolved));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task RetryDeadLetter_takes_effect_once_however_often_it_is_repeated(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        var letter = Rows.DeadLetter(People.Hospital, Rows.SuggestionMadeEnvelope(People.Hospital, "late"));
        await service.SaveAsync(People.Hospital, letter);
        var request = new RetryDeadLetterRequest { Id = letter.Id.ToString() };

        var first = await service.Operations.RetryDeadLetterAsync(request, service.Operator("retry 1"));
        var repeated = await service.Operations.RetryDeadLetterAsync(request, service.Operator("retry 1"));
        var again = await service.Operations.RetryDeadLetterAsync(request, service.Operator("retry 2"));
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await service.Operations.RetryDeadLetterAsync(request, service.Operator())));

        Assert.NotNull(first.DeadLetter.Resolved);
        Assert.All([repeated, again, .. atOnce], answer => Assert.Equal(first, answer));
        Assert.Equal(1, (await service.TallyAsync()).Made);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task RetryDeadLetter_takes_effect_once_when_four_operators_retry_at_once(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        var letter = Rows.DeadLetter(People.Hospital, Rows.SuggestionMadeEnvelope(People.Hospital, "late"));
        await service.SaveAsync(People.Hospital, letter);
        var request = new RetryDeadLetterRequest { Id = letter.Id.ToString() };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await service.Operations.RetryDeadLetterAsync(request, service.Operator())));

        Assert.All(answers, answer => Assert.NotNull(answer.DeadLetter.Resolved));
        Assert.Equal(1, (await service.TallyAsync()).Made);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task RetryDeadLetter_is_refused_and_the_letter_waits_on_when_it_still_fails_or_is_unknown(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        var letter = Rows.DeadLetter(People.Hospital);
        await service.SaveAsync(People.Hospital, letter);

        await service.Operations.RetryDeadLetterAsync(new RetryDeadLetterRequest { Id = letter.Id.ToString() }, service.Operator("retry 1"))
            .IsRefusedAsync(StatusCode.FailedPrecondition, "DEAD_LETTER_STILL_FAILS");
        await service.Operations.RetryDeadLetterAsync(new RetryDeadLetterRequest { Id = Guid.CreateVersion7().ToString() }, service.Operator())
            .IsRefusedAsync(StatusCode.NotFound, "DEAD_LETTER_NOT_FOUND");
        await service.Operations.RetryDeadLetterAsync(new RetryDeadLetterRequest { Id = "garbage" }, service.Operator())
            .IsRefusedAsync(StatusCode.InvalidArgument, "ID_NOT_READABLE");

        Assert.Null((await service.RowsAsync<DeadLetterRow>()).Single().Resolved);
        Assert.Empty((await service.RowsAsync<CommandRow>()));
    }
}
