using System.Net;
using System.Net.Http;
using System.Text.Json;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Training.Operations.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class MessagesHealthTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_service_is_degraded_and_still_ready_while_something_is_parked_or_dead(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await MessagesAsync(service));

        await service.SaveAsync(People.Hospital, Rows.Parked(People.Hospital));
        Assert.Equal((HttpStatusCode.OK, "Degraded"), await MessagesAsync(service));
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await GrpcHealthAsync(service));
        await service.Operations.RetryOutboxAsync(new RetryOutboxRequest(), service.Operator());
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await MessagesAsync(service));

        var letter = Rows.DeadLetter(People.Clinic, Rows.SuggestionMadeEnvelope(People.Clinic, "late"));
        await service.SaveAsync(People.Clinic, letter);
        Assert.Equal((HttpStatusCode.OK, "Degraded"), await MessagesAsync(service));
        await service.Operations.RetryDeadLetterAsync(
            new RetryDeadLetterRequest { Id = letter.Id.ToString() }, service.As(People.Clinic, "Otto", Contracts.Role.Operator));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await MessagesAsync(service));
    }

    [SkippableFact]
    public async Task A_service_is_not_ready_when_its_database_is_away()
    {
        PostgresServer.SkipIfMissing();
        await using var server = await PostgresServer.StartNewAsync();
        var database = await server.CreateDatabaseAsync();
        await using var house = await House.StartAsync(TestDatabases.Postgres, configure: values => values["ConnectionStrings:suggestions"] = database);
        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync(house.Only)).Status);

        await server.StopAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await ReadyAsync(house.Only)).Status);
        await server.StartAsync();
        await Eventually.IsTrueAsync(async () => (await ReadyAsync(house.Only)).Status == HttpStatusCode.OK, "the database is back");
    }

    private static async Task<(HttpStatusCode, string)> MessagesAsync(RunningService service)
    {
        var (status, body) = await ReadyAsync(service);
        return (status, body.RootElement.GetProperty("checks").GetProperty("messages").GetProperty("status").GetString()!);
    }

    private static async Task<HealthCheckResponse.Types.ServingStatus> GrpcHealthAsync(RunningService service) =>
        (await new Health.HealthClient(service.Channel).CheckAsync(new HealthCheckRequest())).Status;

    private static async Task<(HttpStatusCode Status, JsonDocument Body)> ReadyAsync(RunningService service)
    {
        var addresses = service.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        using var http = new HttpClient();
        using var answer = await http.GetAsync($"{addresses.Single(a => a != service.Address)}/readyz");
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
