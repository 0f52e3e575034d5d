using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using Training.Runtime.LocalSidecar;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Dapr;

[Collection(nameof(Alone))]
public sealed class PublishFuzzTests
{
    private const int Workers = 8;

    [Fact]
    public async Task Row_24_random_names_and_bodies_arrive_as_they_were_sent()
    {
        var random = new Random(24);
        var names = Enumerable.Range(0, 20).Select(_ => RandomText(random, 12)).Distinct().ToArray();
        var topics = names.ToDictionary(name => name, name => (PubSub: name, Topic: RandomText(random, 20), Route: $"/r{Array.IndexOf(names, name)}"));
        var subscriptions = JsonSerializer.Serialize(topics.Values.Select(t => new { pubsubname = t.PubSub, topic = t.Topic, route = t.Route }));
        await using var app = await RecordingApp.StartAsync(subscriptions, h2c: true);
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions
        {
            Apps = [new SidecarApp { Id = "publisher" }, TestSidecar.App("subscriber", app.Port, h2c: true)],
            PubSub = [.. names],
        });
        await sidecar.HasFoundAsync("subscriber");

        foreach (var (pubSub, topic, route) in topics.Values)
        {
            foreach (var bytes in new[] { [], RandomBytes(random, 1), RandomBytes(random, 3000) })
            {
                var path = $"/v1.0/publish/{Uri.EscapeDataString(pubSub)}/{Uri.EscapeDataString(topic)}";
                var answer = await sidecar.SendAsync(HttpMethod.Post, path, bytes, "application/octet-stream");
                Assert.True(answer.Status == HttpStatusCode.NoContent, $"{path}: {answer}");
                var delivery = await app.NextAsync();
                Assert.Equal((route, pubSub, topic), (delivery.Path, delivery.Text("pubsubname"), delivery.Text("topic")));
                Assert.Equal(bytes, delivery.Body.GetProperty("data_base64").GetBytesFromBase64());
            }
        }
    }

    [Fact]
    public async Task A_mutated_request_never_breaks_the_sidecar_nor_the_JSON_that_a_subscriber_gets()
    {
        var count = LongRun.Count(20_000, 500_000);
        await using var app = await RecordingApp.StartAsync(
            """[{"pubsubname":"pubsub","topic":"a","route":"/a"},{"pubsubname":"pubsub","topic":"raw","route":"/raw","metadata":{"rawPayload":"true"}}]""",
            h2c: true);
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port, h2c: true));
        var outcomes = new int[600];
        var watch = Stopwatch.StartNew();
        await RunAsync(sidecar, app, count / 10, seed: 1, outcomes);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await RunAsync(sidecar, app, count - (count / 10), seed: 1_000_000, outcomes);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        var summary = string.Join(", ", Enumerable.Range(0, outcomes.Length).Where(s => outcomes[s] > 0).Select(s => $"{s}: {outcomes[s]}"));
        LongRun.Print($"publish fuzz: {count} requests in {watch.Elapsed.TotalSeconds:0.0} s ({summary}), {app.Delivered} deliveries, memory grown by {grown / 1024} KiB");
        Assert.True(outcomes[204] > count / 20 && outcomes[400] > count / 20, $"mutations should both succeed and fail: {summary}");
        Assert.InRange(grown, long.MinValue, 16 * 1024 * 1024);
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/a", "still well")).Status);
    }

    private static Task RunAsync(TestSidecar sidecar, RecordingApp app, int count, int seed, int[] outcomes)
    {
        var next = 0;
        return Task.WhenAll(Enumerable.Range(0, Workers).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i <= count; i = Interlocked.Increment(ref next))
            {
                var mutation = new PublishMutation(new Random(seed + i));
                var answer = await sidecar.SendAsync(HttpMethod.Post, mutation.Path, mutation.Body, mutation.ContentType, headers: mutation.Headers);
                Interlocked.Increment(ref outcomes[(int)answer.Status]);
                Assert.True(IsDocumented(answer, mutation), $"seed {seed + i}: {mutation.Path} {mutation.ContentType} {Encoding.UTF8.GetString(mutation.Body)} → {answer}");
                while (app.Another() is not null)
                {
                }
            }
        }));
    }

    private static bool IsDocumented(TestSidecar.Answer answer, PublishMutation mutation) => (int)answer.Status switch
    {
        204 => answer.Body.Length == 0,
        // A NUL in the path is no HTTP: the server refuses it before anybody reads it.
        400 when answer.Body.Length == 0 => mutation.Path.Split('?')[0].Contains("%00"),
        _ when answer.Body.Length == 0 => false,
        400 => answer.Code is "ERR_PUBSUB_EVENTS_SER" or "ERR_PUBSUB_REQUEST_METADATA",
        404 => answer.Code is "ERR_PUBSUB_NOT_FOUND" or "ERR_TOPIC_NAME_EMPTY" or "ERR_PUBSUB_EMPTY",
        500 when answer.Code == "ERR_PUBSUB_CLOUD_EVENTS_SER" => true,
        // A raw message that is not JSON is refused before a subscriber is called; nothing else may reach one and fail.
        500 when answer.Json.TryGetProperty("failedEntries", out var failed) => failed.EnumerateArray().All(f => IsOurs(f.GetProperty("error").GetString()!)),
        500 => IsOurs(answer.Message),
        _ => false,
    };

    private static bool IsOurs(string error) =>
        error.Contains("the message is not JSON and the subscription is not raw") || error.StartsWith("cannot create cloudevent", StringComparison.Ordinal);

    private static string RandomText(Random random, int length)
    {
        const string alphabet = "abcXYZ019-_.~ /+%&?=ü漢'\"";
        return "n" + new string([.. Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)])]) + "e";
    }

    private static byte[] RandomBytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
