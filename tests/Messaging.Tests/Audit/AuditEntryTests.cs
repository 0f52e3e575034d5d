using Microsoft.EntityFrameworkCore;
using Training.Contracts;
using Training.Operations.V1;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class AuditEntryTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_command_leaves_one_entry_that_says_who_did_what_when_and_why(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        var dead = Rows.DeadLetter(People.Hospital, Rows.SuggestionMadeEnvelope(People.Hospital, "late"));
        await service.SaveAsync(People.Hospital, dead, Rows.Parked(People.Hospital));
        var known = await service.RowsAsync<AuditRow>();
        var began = TimeProvider.System.Microseconds();

        var suggestion = await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "More chairs" }, service.Employee());
        await service.Suggestions.AcceptAsync(new AcceptRequest { Id = suggestion.Id }, service.Officer());
        using (var import = service.Suggestions.ImportSuggestions(service.As(People.Hospital, "hr-system", Role.Integration)))
        {
            await import.RequestStream.WriteAsync(new SuggestRequest { Text = "one" });
            await import.RequestStream.CompleteAsync();
            await import;
        }
        await service.Operations.RetryOutboxAsync(new RetryOutboxRequest(), service.Operator());
        await service.Operations.RetryDeadLetterAsync(new RetryDeadLetterRequest { Id = dead.Id.ToString() }, service.Operator());
        await service.TallyAsync();

        var entries = (await service.RowsAsync<AuditRow>()).ExceptBy(known.Select(e => e.Id), e => e.Id).OrderBy(e => e.At).ToList();
        Assert.Equal(
            [
                ("training.reference.v1.Suggestions/Suggest", "Erin", $"Suggestion/{suggestion.Id}", ""),
                ("training.reference.v1.Suggestions/Accept", "Olive", $"Suggestion/{suggestion.Id}", ""),
                ("training.reference.v1.Suggestions/ImportSuggestions", "hr-system", "Suggestions", "1 imported"),
                ("training.operations.v1.Operations/RetryOutbox", "Otto", "Outbox", "1 parked events retried"),
                ("training.operations.v1.Operations/RetryDeadLetter", "Otto", $"DeadLetter/{dead.Id}", "retried"),
            ],
            entries.Select(e => (e.Action, e.Account, e.Subject, e.Why)));
        Assert.All(entries, entry =>
        {
            Assert.Equal(People.Hospital, entry.Organisation);
            Assert.Equal(People.IdOf(entry.Account), entry.Member!.Value.Value);
            Assert.InRange(entry.At, began, TimeProvider.System.Microseconds());
        });
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Hashes_tell_one_state_from_another_and_are_equal_when_the_state_is(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        var suggestion = await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "More chairs" }, service.Employee());
        await service.Suggestions.AcceptAsync(new AcceptRequest { Id = suggestion.Id }, service.Officer());

        var (made, accepted) = await service.RowsAsync<AuditRow>() is [var a, var b] ? a.At < b.At ? (a, b) : (b, a) : throw new InvalidOperationException("Not two entries.");
        Assert.Empty(made.Before);
        Assert.Equal(32, made.After.Length);
        Assert.Equal(made.After, accepted.Before);
        Assert.Equal(32, accepted.After.Length);
        Assert.NotEqual(accepted.Before, accepted.After);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Hashes_tell_the_change_of_any_column_and_deletion_leaves_no_state(string provider)
    {
        Action<Thing>[] changes =
        [
            thing => thing.Name = "another",
            thing => thing.Note = "another",
            thing => thing.Note = "\0",
            thing => thing.At = thing.At.AddMicroseconds(1),
            thing => thing.Day = thing.Day.PlusDays(1),
            thing => thing.Other = thing.Id,
            thing => thing.Labels = ["one", "two"],
            thing => thing.Labels = ["onetwo"],
        ];
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        var thing = Thing.New(People.Hospital, "first");
        thing.Labels = ["on", "etwo"];
        var made = await SavedAsync(things, db => db.Add(thing));

        var afterwards = new List<AuditRow>();
        foreach (var change in changes)
        {
            await using var db = things.Open(People.Hospital);
            db.Work.Hold();
            await db.BeginAsync(default);
            change(await db.Things.SingleAsync());
            // PostgreSQL refuses a zero character, but only after the entry was made.
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException)
            {
            }
            afterwards.Add(db.ChangeTracker.Entries<AuditRow>().Single().Entity);
            await db.Work.RollBackAsync();
        }
        Assert.All(afterwards, entry => Assert.Equal(made.After, entry.Before));
        Assert.Equal(changes.Length + 1, afterwards.Select(e => Convert.ToHexString(e.After)).Append(Convert.ToHexString(made.After)).Distinct().Count());

        var gone = await SavedAsync(things, async db => db.Remove(await db.Things.SingleAsync()));
        Assert.Equal(made.After, gone.Before);
        Assert.Empty(gone.After);
    }

    private static Task<AuditRow> SavedAsync(SmallDatabase<ThingsDb> things, Action<ThingsDb> change) =>
        SavedAsync(things, db =>
        {
            change(db);
            return Task.CompletedTask;
        });

    private static async Task<AuditRow> SavedAsync(SmallDatabase<ThingsDb> things, Func<ThingsDb, Task> change)
    {
        await using var db = things.Open(People.Hospital);
        await change(db);
        await db.SaveChangesAsync();
        return db.ChangeTracker.Entries<AuditRow>().Single().Entity;
    }
}
