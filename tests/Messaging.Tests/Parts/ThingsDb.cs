using Microsoft.EntityFrameworkCore;
using NodaTime;
using Training.Hosting;

namespace Training.Messaging.Tests;

internal readonly record struct ThingId(Guid Value) : ITypedId<ThingId>
{
    public static ThingId From(Guid value) => new(value);
}

/// <summary>A row with a column of every type that our domains speak in.</summary>
internal sealed class Thing
{
    public OrganisationId Organisation { get; init; }

    public ThingId Id { get; init; }

    public string Name { get; set; } = "";

    public string? Note { get; set; }

    public DateTimeOffset At { get; set; }

    public LocalDate Day { get; set; }

    public ThingId? Other { get; set; }

    public List<string> Labels { get; set; } = [];

    public static Thing New(OrganisationId organisation, string name = "") =>
        new() { Organisation = organisation, Id = TypedId.New<ThingId>(TimeProvider.System), Name = name };
}

internal abstract class ThingsDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Thing> Things => Set<Thing>();

    protected override void BuildModel(ModelBuilder model) =>
        model.Entity<Thing>(thing =>
        {
            thing.ToTable("things");
            thing.HasKey(t => new { t.Organisation, t.Id });
        });
}

[MigrationsFor(DatabaseKind.Sqlite)]
internal sealed class ThingsSqliteDb(DbContextOptions options) : ThingsDb(options);

[MigrationsFor(DatabaseKind.Postgres)]
internal sealed class ThingsPostgresDb(DbContextOptions options) : ThingsDb(options);
