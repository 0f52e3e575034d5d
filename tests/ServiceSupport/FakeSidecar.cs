using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Training.Tests.Services;

/// <summary>A sidecar that does with bulk publishes what the test says, and remembers each of them. Delivers nothing.</summary>
public sealed class FakeSidecar : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly Lock _gate = new();
    private readonly List<BulkPublish> _publishes = [];

    private FakeSidecar()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        _web = builder.Build();
        _web.Run(AnswerAsync);
    }

    /// <summary>What it answers; 204 unless a test says otherwise.</summary>
    public Func<BulkPublish, Task<FakeAnswer>> Answer { get; set; } = _ => Task.FromResult(FakeAnswer.Taken);

    public int Port => new Uri(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    public IReadOnlyList<BulkPublish> Publishes
    {
        get
        {
            lock (_gate)
                return [.. _publishes];
        }
    }

    /// <summary>The ids of all events, as often as they came.</summary>
    public IReadOnlyList<string> Ids => [.. Publishes.SelectMany(publish => publish.Events).Select(e => e.Id)];

    public static async Task<FakeSidecar> StartAsync()
    {
        var sidecar = new FakeSidecar();
        await sidecar._web.StartAsync();
        return sidecar;
    }

    public async ValueTask DisposeAsync() => await _web.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var events = JsonSerializer.Deserialize<List<Entry>>(body.ToArray(), JsonSerializerOptions.Web)!;
        BulkPublish publish;
        lock (_gate)
        {
            publish = new BulkPublish(
                _publishes.Count + 1, TimeProvider.System.GetUtcNow(), body.Length,
                [.. events.Select(e => new PublishedEvent(e.EntryId, e.Event.GetProperty("id").GetString()!, e.Event.GetRawText()))]);
            _publishes.Add(publish);
        }

        var answer = await Answer(publish).WaitAsync(context.RequestAborted);
        if (answer.Status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        if (answer.Body is { } text)
            await context.Response.WriteAsync(text, context.RequestAborted);
    }

    private sealed record Entry(string EntryId, JsonElement Event);
}

/// <summary>A bulk publish as it came: the how-manieth, when, and what.</summary>
public sealed record BulkPublish(int Number, DateTimeOffset At, long Bytes, IReadOnlyList<PublishedEvent> Events);

public sealed record PublishedEvent(string EntryId, string Id, string Envelope);

/// <summary>Status 0 breaks the connection off.</summary>
public sealed record FakeAnswer(int Status, string? Body = null)
{
    public static readonly FakeAnswer Taken = new(204);
    public static readonly FakeAnswer Broken = new(0);

    /// <summary>These entries failed, in a subscriber's own words or because it was not reached.</summary>
    public static FakeAnswer Failed(IEnumerable<PublishedEvent> failed, bool reached = true) => new(500, JsonSerializer.Serialize(new
    {
        failedEntries = failed.Select(e => new { entryId = e.EntryId, error = $"[subscriber=x reached={(reached ? "true" : "false")} status=500] no" }),
        errorCode = "ERR_PUBSUB_PUBLISH_MESSAGE",
    }));
}
