using Microsoft.EntityFrameworkCore;
using NodaTime;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class TypeConventionTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Instants_order_as_they_happened_and_keep_their_microseconds(string provider)
    {
        DateTimeOffset[] inOrder =
        [
            new(1899, 12, 31, 23, 59, 59, TimeSpan.Zero),
            DateTimeOffset.UnixEpoch.AddMicroseconds(-1),
            DateTimeOffset.UnixEpoch,
            new(2026, 3, 29, 1, 30, 0, 0, 1, TimeSpan.FromHours(2)),
            new(2026, 3, 29, 0, 30, 0, 0, 2, TimeSpan.FromHours(1)),
            new(2026, 3, 28, 19, 30, 0, 0, 3, TimeSpan.FromHours(-4)),
            DateTimeOffset.MaxValue.AddTicks(-9),
        ];
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await using var db = things.Open(People.Hospital);
        foreach (var at in inOrder.Reverse())
            db.Add(New(thing => thing.At = at));
        await db.SaveChangesAsync();

        var stored = await db.Things.AsNoTracking().OrderBy(t => t.At).Select(t => t.At).ToListAsync();
        var after = await db.Things.CountAsync(t => t.At > inOrder[3]);

        Assert.Equal(inOrder.Select(at => at.UtcTicks), stored.Select(at => at.UtcTicks));
        Assert.All(stored, at => Assert.Equal(TimeSpan.Zero, at.Offset));
        Assert.Equal(3, after);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Dates_order_and_compare_as_days(string provider)
    {
        LocalDate[] inOrder = [new(1, 1, 1), new(999, 12, 31), new(2024, 2, 29), new(2026, 10, 9), new(2026, 10, 10), new(9999, 12, 31)];
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await using var db = things.Open(People.Hospital);
        foreach (var day in inOrder.Reverse())
            db.Add(New(thing => thing.Day = day));
        await db.SaveChangesAsync();

        Assert.Equal(inOrder, await db.Things.AsNoTracking().OrderBy(t => t.Day).Select(t => t.Day).ToListAsync());
        Assert.Equal(2, await db.Things.CountAsync(t => t.Day > new LocalDate(2026, 10, 9)));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Typed_ids_and_lists_come_back_and_can_be_asked_for(string provider)
    {
        var (first, other) = (Thing.New(People.Hospital), Thing.New(People.Hospital));
        first.Other = other.Id;
        first.Labels = ["one", "two"];
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await using var db = things.Open(People.Hospital);
        db.AddRange(first, other);
        await db.SaveChangesAsync();

        var found = await db.Things.AsNoTracking().SingleAsync(t => t.Other == other.Id);

        Assert.Equal((first.Organisation, first.Id, (ThingId?)other.Id), (found.Organisation, found.Id, found.Other));
        Assert.Equal(["one", "two"], found.Labels);
        Assert.Null((await db.Things.AsNoTracking().SingleAsync(t => t.Other == null)).Other);
    }

    private static Thing New(Action<Thing> with)
    {
        var thing = Thing.New(People.Hospital);
        with(thing);
        return thing;
    }
}
