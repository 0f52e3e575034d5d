using Grpc.Core;
using Training.Contracts;
using Training.Operations.V1;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class TenancyOverRpcTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_rpc_shows_and_changes_nothing_when_another_organisation_calls(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        var suggestion = await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "More chairs" }, service.Employee());
        await Eventually.IsTrueAsync(async () => (await service.TallyAsync()).Made == 1, "the suggestion is counted");
        var parked = Rows.Parked(People.Hospital);
        var dead = Rows.DeadLetter(People.Hospital);
        await service.SaveAsync(People.Hospital, parked, dead);

        var outsider = new Outsider(service);
        var checks = new Dictionary<string, Func<Task>>
        {
            ["Suggest"] = async () => Assert.NotEqual(suggestion.Id, (await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "Theirs" }, outsider.As(Role.Employee))).Id),
            ["Accept"] = () => service.Suggestions.AcceptAsync(new AcceptRequest { Id = suggestion.Id }, outsider.As(Role.PrivacyOfficer)).IsRefusedAsync(StatusCode.NotFound, "SUGGESTION_NOT_FOUND"),
            ["GetTally"] = async () => Assert.Equal(new Tally(), await service.TallyAsync(People.Clinic)),
            ["ListSuggestions"] = async () => Assert.False(await service.Suggestions.ListSuggestions(new ListSuggestionsRequest(), outsider.As(Role.Auditor)).ResponseStream.MoveNext(default)),
            ["ImportSuggestions"] = outsider.ImportAsync,
            ["LookUp"] = () => Refusal.ExpectAsync(StatusCode.NotFound, "SUGGESTION_NOT_FOUND", () => outsider.LookUpAsync(suggestion.Id)),
            ["ListOutbox"] = async () => Assert.Empty((await service.Operations.ListOutboxAsync(new ListOutboxRequest { OnlyParked = true }, outsider.As(Role.Operator))).Entries),
            ["RetryOutbox"] = async () =>
            {
                Assert.Equal(0, (await service.Operations.RetryOutboxAsync(new RetryOutboxRequest(), outsider.As(Role.Operator))).Retried);
                Assert.Equal(0, (await service.Operations.RetryOutboxAsync(new RetryOutboxRequest { Ids = { parked.Id.ToString() } }, outsider.As(Role.Operator))).Retried);
            },
            ["ListDeadLetters"] = async () => Assert.Empty((await service.Operations.ListDeadLettersAsync(new ListDeadLettersRequest(), outsider.As(Role.Operator))).DeadLetters),
            ["RetryDeadLetter"] = () => service.Operations.RetryDeadLetterAsync(new RetryDeadLetterRequest { Id = dead.Id.ToString() }, outsider.As(Role.Operator)).IsRefusedAsync(StatusCode.NotFound, "DEAD_LETTER_NOT_FOUND"),
            ["ListAudit"] = async () => Assert.Empty((await service.Operations.ListAuditAsync(new ListAuditRequest(), outsider.As(Role.Auditor))).Entries),
            ["VerifyAudit"] = async () =>
            {
                var answer = await service.Operations.VerifyAuditAsync(new VerifyAuditRequest(), outsider.As(Role.Auditor));
                Assert.Equal((true, 0L, 0L), (answer.Intact, answer.Sealed, answer.Unsealed));
            },
        };
        string[] every = [.. Suggestions.Descriptor.Methods.Select(m => m.Name), .. Operations.V1.Operations.Descriptor.Methods.Select(m => m.Name)];
        Assert.Equal(every.Order(), checks.Keys.Order());

        // What writes into the outsider's own organisation comes last.
        foreach (var (rpc, check) in checks.OrderBy(c => c.Key is "Suggest" or "ImportSuggestions" or "RetryOutbox"))
        {
            try
            {
                await check();
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{rpc} lets an outsider through.", e);
            }
        }

        var kept = (await service.RowsAsync<Reference.Suggestion>()).Single(s => s.Organisation == People.Hospital);
        Assert.Equal((null, 1L), (kept.AcceptedBy, kept.Version));
        Assert.True((await service.RowsAsync<OutboxRow>()).Single(r => r.Id == parked.Id).Parked);
        Assert.Null((await service.RowsAsync<DeadLetterRow>()).Single(d => d.Id == dead.Id).Resolved);
        Assert.Equal(1, (await service.TallyAsync()).Made);
    }

    private sealed class Outsider(RunningService service)
    {
        public Metadata As(Role role) => service.As(People.Clinic, "Carla", role);

        public async Task ImportAsync()
        {
            using var call = service.Suggestions.ImportSuggestions(As(Role.Integration));
            await call.RequestStream.WriteAsync(new SuggestRequest { Text = "Theirs" });
            await call.RequestStream.CompleteAsync();
            Assert.Equal(1, (await call).Imported);
        }

        public async Task LookUpAsync(string id)
        {
            using var call = service.Suggestions.LookUp(As(Role.Employee));
            await call.RequestStream.WriteAsync(new LookUpRequest { Id = id });
            await call.ResponseStream.MoveNext(default);
        }
    }
}
