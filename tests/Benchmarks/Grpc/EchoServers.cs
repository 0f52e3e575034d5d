using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Training.Benchmarks.Grpc;

/// <summary>The servers in .NET: ours, and the floor that it stands on. Each says <c>ready PORT</c>.</summary>
internal static class EchoServers
{
    public const string Ours = "grpc";
    public const string Bare = "bare";

    public static async Task RunAsync(string which)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        if (which == Ours)
            builder.Services.AddGrpc();
        await using var app = builder.Build();
        if (which == Ours)
            app.MapGrpcService<EchoService>();
        else
            app.Run(context => context.Request.Path.Value!.EndsWith("Repeat", StringComparison.Ordinal) ? RepeatAsync(context) : EchoAsync(context));
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Console.WriteLine($"ready {new Uri(address).Port}");
        await app.WaitForShutdownAsync();
    }

    private static async Task EchoAsync(HttpContext context)
    {
        var body = context.Request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync();
            if (read.IsCompleted)
            {
                foreach (var segment in read.Buffer)
                    context.Response.BodyWriter.Write(segment.Span);
                body.AdvanceTo(read.Buffer.End);
                return;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    // As many equal frames as asked for, without gRPC in between: only the request is read as a message.
    private static async Task RepeatAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = RepeatRequest.Parser.ParseFrom(body.GetBuffer().AsSpan(Frame.HeaderLength, (int)body.Length - Frame.HeaderLength));
        var frame = Frame.Of(request.Chunk);
        for (var sent = 0; sent < request.Count; sent++)
        {
            context.Response.BodyWriter.Write(frame);
            await context.Response.BodyWriter.FlushAsync();
        }
    }
}
