using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class TenancyInTheModelTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_entity_of_the_reference_service_is_filtered_and_keyed_by_organisation(string provider)
    {
        await using var house = await House.StartAsync(provider);

        await house.Only.InScopeAsync(null, db =>
        {
            var entities = db.Model.GetEntityTypes().ToList();
            Assert.Equal(8, entities.Count);
            Assert.All(entities, entity =>
            {
                Assert.Equal("Organisation", Assert.Single(entity.GetDeclaredQueryFilters()).Key);
                Assert.Equal("Organisation", entity.FindPrimaryKey()!.Properties[0].Name);
            });
            return Task.FromResult(0);
        });
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_query_sees_its_own_organisation_and_nothing_when_the_scope_serves_nobody(string provider)
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await SaveAsync(things, Thing.New(People.Hospital, "theirs"));
        await SaveAsync(things, Thing.New(People.Clinic, "ours"));

        await using (var ours = things.Open(People.Clinic))
            Assert.Equal("ours", (await ours.Things.SingleAsync()).Name);
        await using (var nobodys = things.Open(null))
        {
            Assert.Empty(await nobodys.Things.ToListAsync());
            Assert.Empty(await nobodys.Set<AuditRow>().ToListAsync());
            Assert.Equal(2, await nobodys.Things.IgnoreQueryFilters().CountAsync());
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task SaveChangesAsync_throws_and_keeps_nothing_when_a_row_is_another_organisations(string provider)
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(provider);
        await SaveAsync(things, Thing.New(People.Hospital, "theirs"));
        Action<ThingsDb, Thing>[] attempts =
        [
            (db, _) => db.Add(Thing.New(People.Hospital)),
            (_, theirs) => theirs.Name = "mine now",
            (db, theirs) => db.Remove(theirs),
        ];

        foreach (var attempt in attempts)
        {
            await using var db = things.Open(People.Clinic);
            attempt(db, await db.Things.IgnoreQueryFilters().SingleAsync());
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            Assert.Contains(People.Hospital.ToString(), refused.Message);
        }

        await using var nobodys = things.Open(null);
        nobodys.Add(Thing.New(People.Hospital));
        await Assert.ThrowsAsync<InvalidOperationException>(() => nobodys.SaveChangesAsync());
        Assert.Equal("theirs", (await nobodys.Things.IgnoreQueryFilters().AsNoTracking().SingleAsync()).Name);
    }

    [Fact]
    public async Task A_context_does_not_come_up_when_an_entity_has_no_organisation()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => SmallDatabase<NamelessDb>.CreateAsync(TestDatabases.Sqlite));

        Assert.Contains("Nameless has no property 'OrganisationId Organisation'", refused.Message);
    }

    [Fact]
    public async Task A_context_does_not_come_up_when_a_key_does_not_begin_with_the_organisation()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => SmallDatabase<LastInKeyDb>.CreateAsync(TestDatabases.Sqlite));

        Assert.Contains("The key of LastInKey does not begin with Organisation", refused.Message);
    }

    private static async Task SaveAsync(SmallDatabase<ThingsDb> things, Thing thing)
    {
        await using var db = things.Open(thing.Organisation);
        db.Add(thing);
        await db.SaveChangesAsync();
    }

    private sealed class Nameless
    {
        public Guid Id { get; init; }
    }

    private abstract class NamelessDb(DbContextOptions options) : ServiceDb(options)
    {
        protected override void BuildModel(ModelBuilder model) => model.Entity<Nameless>();
    }

    [MigrationsFor(DatabaseKind.Sqlite)]
    private sealed class NamelessSqliteDb(DbContextOptions options) : NamelessDb(options);

    private sealed class LastInKey
    {
        public OrganisationId Organisation { get; init; }

        public Guid Id { get; init; }
    }

    private abstract class LastInKeyDb(DbContextOptions options) : ServiceDb(options)
    {
        protected override void BuildModel(ModelBuilder model) => model.Entity<LastInKey>().HasKey(row => new { row.Id, row.Organisation });
    }

    [MigrationsFor(DatabaseKind.Sqlite)]
    private sealed class LastInKeySqliteDb(DbContextOptions options) : LastInKeyDb(options);
}
