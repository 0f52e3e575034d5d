using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Training.Contracts;
using Training.Hosting;
using Training.Operations.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>From the sidecar's dead-letter topic to the operator and back.</summary>
public sealed class DeadLetterTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_of_the_wrong_shape_waits_for_the_operator_and_cannot_be_retried(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        using var counters = new Counters(service);
        var envelope = Deliveries.SuggestionMade(People.Hospital);
        envelope["data"] = new JsonObject { ["suggestionId"] = new JsonArray(1, 2) };

        await PublishAsync(house, envelope);
        await PublishAsync(house, envelope);

        var letter = Assert.Single((await service.Operations.ListDeadLettersAsync(new ListDeadLettersRequest(), service.Operator())).DeadLetters);
        Assert.Equal(("somebody", (string?)envelope["id"], Deliveries.Topic), (letter.EventSource, letter.EventId, letter.Topic));
        Assert.Contains("[1,2]", letter.Envelope, StringComparison.Ordinal);
        Assert.NotEmpty(letter.Reason);
        Assert.Null(letter.Resolved);
        var refused = await Assert.ThrowsAsync<RpcException>(
            async () => await service.Operations.RetryDeadLetterAsync(new RetryDeadLetterRequest { Id = letter.Id }, service.Operator()));
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Null(Assert.Single(await service.RowsAsync<DeadLetterRow>()).Resolved);
        Assert.Equal(1, counters["training.dead_letters"]);
        Assert.Equal(HealthStatus.Degraded, await HealthAsync(service));
        Assert.Equal(0, (await service.TallyAsync()).Made);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_that_the_sidecar_gave_up_takes_effect_by_the_operators_retry_once_the_cause_is_mended(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        await house.StopSidecarAsync();
        house.SidecarOptions.InboundRetries = 1;
        house.SidecarOptions.InboundRetryDelay = TimeSpan.FromMilliseconds(10);
        await house.StartSidecarAsync();
        await service.BreakTallyAsync(provider, People.Hospital);

        await service.SuggestAsync();
        await service.AllIsSentAsync();
        var letter = Assert.Single((await service.Operations.ListDeadLettersAsync(new ListDeadLettersRequest(), service.Operator())).DeadLetters);
        var request = new RetryDeadLetterRequest { Id = letter.Id };
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await service.Operations.RetryDeadLetterAsync(request, service.Operator()));
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        await service.MendTallyAsync(provider);
        var retried = await service.Operations.RetryDeadLetterAsync(request, service.Operator());
        var again = await service.Operations.RetryDeadLetterAsync(request, service.Operator());

        Assert.NotNull(retried.DeadLetter.Resolved);
        Assert.Equal(retried, again);
        Assert.Equal(1, (await service.TallyAsync()).Made);
        Assert.Equal(HealthStatus.Healthy, await HealthAsync(service));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Dead_letters_are_listed_to_their_own_organisation_and_those_without_one_to_the_installation(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        foreach (var organisation in new OrganisationId?[] { People.Hospital, People.Clinic, null })
        {
            var envelope = Deliveries.SuggestionMade(organisation ?? People.Hospital, organisation?.ToString() ?? "nobody's");
            envelope["data"] = "no object";
            if (organisation is null)
                envelope.Remove(EventEnvelope.OrganisationAttribute);
            await PublishAsync(house, envelope);
        }

        foreach (var (organisation, eventId) in new[]
            { (People.Hospital, People.Hospital.ToString()), (People.Clinic, People.Clinic.ToString()), (OrganisationId.Installation, "nobody's") })
        {
            var listed = await service.Operations.ListDeadLettersAsync(new ListDeadLettersRequest(), service.As(organisation, "Otto", Role.Operator));
            Assert.Equal(eventId, Assert.Single(listed.DeadLetters).EventId);
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Dead_letter_is_kept_once_when_it_is_delivered_twenty_times_at_once(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var envelope = Encoding.UTF8.GetBytes(Deliveries.SuggestionMade(People.Hospital).ToJsonString());

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => house.Only.DeliverAsync(envelope, topic: "suggestions.dead-letters")));

        Assert.All(answers, answer => Assert.Equal(Delivered.Acknowledged, answer));
        Assert.Single(await house.Only.RowsAsync<DeadLetterRow>());
    }

    /// <summary>Publishes as another program beside the sidecar would.</summary>
    private static async Task PublishAsync(House house, JsonNode envelope)
    {
        using var http = new HttpClient();
        using var content = new StringContent(envelope.ToJsonString(), new MediaTypeHeaderValue("application/cloudevents+json"));
        await Eventually.IsTrueAsync(
            async () =>
            {
                using var answer = await http.PostAsync($"http://127.0.0.1:{house.SidecarPort("suggestions")}/v1.0/publish/pubsub/{Deliveries.Topic}", content);
                return answer.StatusCode == HttpStatusCode.NoContent;
            },
            "the sidecar takes the event");
    }

    private static async Task<HealthStatus> HealthAsync(RunningService service) =>
        (await service.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status;
}
