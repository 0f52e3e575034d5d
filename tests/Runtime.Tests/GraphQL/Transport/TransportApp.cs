using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using HotChocolate.AspNetCore;
using HotChocolate.Execution.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Training.Runtime.Tests.GraphQL.Transport;

/// <summary>A GraphQL server on a free port, and clients of it.</summary>
internal sealed class TransportApp : IAsyncDisposable
{
    public const int MaxRequestBytes = 64 * 1024;

    // A busy machine must not look like a client that is gone.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly WebApplication _web;
    private readonly HttpClient _client;

    private TransportApp(WebApplication web)
    {
        _web = web;
        Url = new Uri(web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/graphql");
        _client = new HttpClient { BaseAddress = Url };
    }

    public Uri Url { get; }

    public Uri SocketUrl => new UriBuilder(Url) { Scheme = "ws" }.Uri;

    public Presence Presence => _web.Services.GetRequiredService<Presence>();

    public static async Task<TransportApp> StartAsync(
        Action<IRequestExecutorBuilder>? configure = null, TransportTiming? timing = null, bool useWebSockets = true, string environment = "Development")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<Presence>();
        var graphQL = builder.Services.AddGraphQLServer(maxAllowedRequestSize: MaxRequestBytes)
            .AddTypes(typeof(TransportQueries), typeof(TransportMutations), typeof(TransportSubscriptions))
            .ModifyServerOptions(options => options.Sockets.ConnectionInitializationTimeout = Patience);
        configure?.Invoke(graphQL);
        builder.Services.Replace(ServiceDescriptor.Singleton(timing ?? TransportTiming.Default(TimeProvider.System) with { Goodbye = Patience }));

        var web = builder.Build();
        if (useWebSockets)
            web.UseWebSockets();
        web.UseRouting();
        web.MapGraphQL();
        await web.StartAsync();
        return new TransportApp(web);
    }

    public Task<HttpResponseMessage> PostAsync(string body, string? accept = "application/graphql-response+json", string? contentType = "application/json") =>
        PostAsync(Encoding.UTF8.GetBytes(body), accept, contentType);

    public async Task<HttpResponseMessage> PostAsync(byte[] body, string? accept = null, string? contentType = "application/json", string? cost = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new ByteArrayContent(body) };
        if (contentType is not null)
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        if (cost is not null)
            request.Headers.Add("GraphQL-Cost", cost);
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string pathAndQuery, string? accept = null)
    {
        using var request = new HttpRequestMessage(method, Url.GetLeftPart(UriPartial.Authority) + pathAndQuery);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await _client.SendAsync(request);
    }

    public async Task<RawSocket> ConnectAsync(string? protocol = "graphql-transport-ws")
    {
        var socket = new ClientWebSocket();
        if (protocol is not null)
            socket.Options.AddSubProtocol(protocol);
        await socket.ConnectAsync(SocketUrl, CancellationToken.None);
        return new RawSocket(socket);
    }

    public Task StopAsync() => _web.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _web.DisposeAsync();
    }
}
