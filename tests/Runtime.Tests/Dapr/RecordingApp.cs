using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Training.Runtime.Tests.Dapr;

/// <summary>What a sidecar posted to an app.</summary>
internal sealed record Delivery(string Path, string Protocol, IReadOnlyDictionary<string, string> Headers, JsonElement Body)
{
    public string Text(string attribute) => Body.GetProperty(attribute).GetString()!;
}

/// <summary>How an app answers a delivery.</summary>
internal sealed record Reply(int Status, string Body = "")
{
    public static readonly Reply Ok = new(200);
}

/// <summary>A real app on Kestrel that says what it is told to subscribe to, keeps what it gets, and answers as it is told.</summary>
internal sealed class RecordingApp : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>();
    private readonly WebApplication _web;
    private int _delivered;

    private RecordingApp(string subscriptions, bool h2c, int port, Func<Delivery, Task<Reply>>? reply)
    {
        Subscriptions = subscriptions;
        ReplyWith = reply ?? (_ => Task.FromResult(Reply.Ok));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, port, listen => listen.Protocols = h2c ? HttpProtocols.Http2 : HttpProtocols.Http1));
        _web = builder.Build();
        _web.Run(HandleAsync);
    }

    public string Subscriptions { get; set; }

    public int SubscribeStatus { get; set; } = 200;

    public Func<Delivery, Task<Reply>> ReplyWith { get; set; }

    public int Port { get; private set; }

    public int TimesAsked { get; private set; }

    public string? AppIdHeader { get; private set; }

    public int Delivered => Volatile.Read(ref _delivered);

    public static async Task<RecordingApp> StartAsync(
        string subscriptions, bool h2c = false, int port = 0, Func<Delivery, Reply>? reply = null, Func<Delivery, Task<Reply>>? replyLater = null)
    {
        var app = new RecordingApp(subscriptions, h2c, port, replyLater ?? (reply is null ? null : delivery => Task.FromResult(reply(delivery))));
        await app._web.StartAsync();
        var address = app._web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        app.Port = new Uri(address).Port;
        return app;
    }

    /// <summary>The next delivery; waits for it.</summary>
    public async Task<Delivery> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _deliveries.Reader.ReadAsync(patience.Token);
    }

    /// <summary>A delivery that has already come, or null.</summary>
    public Delivery? Another() => _deliveries.Reader.TryRead(out var delivery) ? delivery : null;

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path == "/dapr/subscribe")
        {
            TimesAsked++;
            AppIdHeader = context.Request.Headers["dapr-app-id"];
            context.Response.StatusCode = SubscribeStatus;
            await context.Response.WriteAsync(Subscriptions);
            return;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        var delivery = new Delivery(
            context.Request.Path,
            context.Request.Protocol,
            context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()),
            text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone());
        var reply = await ReplyWith(delivery);
        Interlocked.Increment(ref _delivered);
        _deliveries.Writer.TryWrite(delivery);
        context.Response.StatusCode = reply.Status;
        if (reply.Body.Length > 0)
            await context.Response.WriteAsync(reply.Body);
    }
}
