using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Training.Benchmarks.House;

/// <summary>The least that one could start: an ASP.NET Core application with one EF Core context on an existing SQLite database, ready when the database answers.</summary>
internal static class EmptyApp
{
    public const string Name = "empty-app";
    public const string Url = "ASPNETCORE_URLS";
    public const string Database = "EMPTY_APP_DATABASE";

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddDbContext<Notes>(options => options.UseSqlite($"Data Source={Environment.GetEnvironmentVariable(Database)}"));
        await using var app = builder.Build();
        app.MapGet("/healthz", async (Notes notes) =>
            await notes.All.CountAsync() >= 0 ? Results.Text("ready") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        using (var scope = app.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<Notes>().Database.EnsureCreatedAsync();
        await app.RunAsync();
    }

    internal sealed class Notes(DbContextOptions<Notes> options) : DbContext(options)
    {
        public DbSet<Note> All => Set<Note>();
    }

    internal sealed class Note
    {
        public int Id { get; init; }

        public string Text { get; init; } = "";
    }
}
