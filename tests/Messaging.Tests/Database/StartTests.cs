using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Training.Hosting;
using Training.Reference;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task A_service_does_not_start_outside_development_when_deliveries_need_no_token()
    {
        var refused = await RefusedAsync("Production", ("Hosting:Identity:Authority", "https://login.example.org"));

        Assert.Contains("Messaging:AppToken is not set", refused.ToString());
    }

    [Theory]
    [InlineData("Messaging:BatchSize", "0")]
    [InlineData("Messaging:Lease", "00:00:00")]
    [InlineData("Messaging:SealAfter", "00:00:02")]
    [InlineData("Messaging:PubSub", "")]
    [InlineData("Messaging:Relays", "many")]
    public async Task A_service_does_not_start_when_a_setting_is_out_of_range(string key, string value)
    {
        var refused = await RefusedAsync("Development", (key, value));

        Assert.Contains(key[(key.IndexOf(':') + 1)..], refused.ToString());
    }

    [Fact]
    public async Task A_service_does_not_start_when_its_connection_string_is_garbage()
    {
        var refused = await RefusedAsync("Development", ("ConnectionStrings:suggestions", "garbage"));

        Assert.Contains("ConnectionStrings:suggestions is neither", refused.ToString());
    }

    [Fact]
    public async Task A_service_does_not_start_when_an_entity_names_no_organisation()
    {
        var refused = await RefusedAsync("Development", builder => builder.AddDatabase<ForgetfulDb>("forgetful"), app => app.MapMessaging());

        Assert.Contains("every row names its organisation", refused.ToString());
    }

    private static Task<Exception> RefusedAsync(string environment, params (string Key, string Value)[] settings) =>
        RefusedAsync(environment, builder => builder.AddReference(), app => app.MapReference(), settings);

    private static async Task<Exception> RefusedAsync(
        string environment, Action<WebApplicationBuilder> add, Action<WebApplication> map, params (string Key, string Value)[] settings)
    {
        using var folder = new TemporaryFolder();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(
        [
            KeyValuePair.Create<string, string?>("Hosting:DataFolder", folder.Path),
            KeyValuePair.Create<string, string?>("Hosting:GrpcPort", "0"),
            KeyValuePair.Create<string, string?>("Hosting:ProbePort", "0"),
            .. settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value)),
        ]);
        builder.Logging.ClearProviders();
        return await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            builder.AddHosting("suggestions");
            add(builder);
            await using var app = builder.Build();
            app.MapHosting();
            map(app);
            await app.StartAsync();
            await app.StopAsync();
        });
    }

    private sealed class Forgotten
    {
        public Guid Id { get; init; }
    }

    private abstract class ForgetfulDb(DbContextOptions options) : ServiceDb(options)
    {
        protected override void BuildModel(ModelBuilder model) => model.Entity<Forgotten>();
    }

    [MigrationsFor(DatabaseKind.Sqlite)]
    private sealed class ForgetfulSqliteDb(DbContextOptions options) : ForgetfulDb(options);
}
