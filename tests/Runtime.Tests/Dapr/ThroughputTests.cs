using System.Diagnostics;
using System.Text.Json.Serialization;
using Dapr;
using Dapr.Client;
using Microsoft.AspNetCore.Http;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Dapr;

[Collection(nameof(Alone))]
public sealed class ThroughputTests
{
    private const int Batch = 250;

    [Fact]
    public async Task A_long_stream_of_bulk_publications_arrives_whole_and_leaves_memory_flat()
    {
        var count = LongRun.Count(20_000, 200_000);
        var received = 0;
        await using var app = await Http2App.StartAsync(async context =>
        {
            if (context.Request.Path == "/dapr/subscribe")
            {
                await context.Response.WriteAsync("""[{"pubsubname":"pubsub","topic":"a","route":"/a"}]""");
                return;
            }

            await context.Request.Body.CopyToAsync(Stream.Null);
            Interlocked.Increment(ref received);
        });
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port, h2c: true));
        using var client = new DaprClientBuilder().UseHttpEndpoint(sidecar.Address("publisher").ToString()).Build();

        await PublishAsync(client, count / 10);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        await PublishAsync(client, count);
        var seconds = watch.Elapsed.TotalSeconds;
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        LongRun.Print($"sidecar throughput: {count} events in bulks of {Batch}: {count / seconds:0}/s, memory grown by {grown / 1024} KiB");
        Assert.Equal(count + (count / 10), received);
        Assert.InRange(grown, long.MinValue, 16 * 1024 * 1024);
    }

    private static Task PublishAsync(DaprClient client, int count)
    {
        var next = 0;
        return Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            for (var from = Interlocked.Add(ref next, Batch) - Batch; from < count; from = Interlocked.Add(ref next, Batch) - Batch)
            {
                var events = Enumerable.Range(from, Math.Min(Batch, count - from)).Select(i => new Stored($"id-{i}")).ToArray();
                Assert.Empty((await client.BulkPublishEventAsync("pubsub", "a", events)).FailedEntries);
            }
        }));
    }

    private sealed class Stored : CloudEvent
    {
        public Stored(string id)
        {
            Id = id;
            (Source, Type) = (new Uri("urn:publisher"), "training.Test");
        }

        [JsonPropertyName("id")]
        public string Id { get; }

        [JsonPropertyName("data")]
        public Dictionary<string, string> Data { get; } = new() { ["text"] = new string('x', 300) };
    }
}
