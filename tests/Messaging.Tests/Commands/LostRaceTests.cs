using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Training.Messaging.Tests;

public sealed class LostRaceTests
{
    [Fact]
    public void Race_is_lost_when_another_writer_was_quicker_however_the_statement_was_sent() => Assert.All(
        new Exception[]
        {
            new DbUpdateException("A save."),
            Broken("40P01"),
            Broken("40001"),
            new InvalidOperationException("A set-based statement, as PostgreSQL's provider wraps it.", Broken("40P01")),
            new InvalidOperationException("A save, as it wraps that.", new DbUpdateException("A save.", Broken("40P01"))),
        },
        error => Assert.True(LostRace.Is(error)));

    [Fact]
    public void No_race_is_lost_when_anything_else_is_wrong() => Assert.All(
        new Exception[]
        {
            new InvalidOperationException("A mistake of ours."),
            Broken("57P01"),
            new InvalidOperationException("The database is away.", new NpgsqlException("No connection.")),
        },
        error => Assert.False(LostRace.Is(error)));

    private static PostgresException Broken(string sqlState) => new("It was broken.", "ERROR", "ERROR", sqlState);
}
