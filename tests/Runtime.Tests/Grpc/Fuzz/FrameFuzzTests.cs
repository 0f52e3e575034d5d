using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Training.Runtime.Tests.Grpc.Server;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Fuzz;

/// <summary>Spoilt calls against our server: each is answered in order, nothing is logged as an error, nothing stays behind.</summary>
[Collection(nameof(Alone))]
public sealed class FrameFuzzTests
{
    private const int Seed = 20261122;
    private const int Workers = 32;
    private const long MemoryBound = 24L * 1024 * 1024;

    private static readonly TimeSpan PatienceForOne = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, int> _outcomes = new();

    [Fact]
    public async Task Mutated_calls_are_answered_in_order_and_leave_nothing_behind()
    {
        var calls = LongRun.Count(shortened: 20_000, whole: 500_000);
        using var log = new ErrorLog();
        await using var host = await GrpcHost.StartAsync(app => app.MapGrpcService<Sink>(), builder =>
        {
            builder.Logging.AddProvider(log);
            // Small, so that buffers which the pool keeps do not hide in the bound on memory.
            builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = CallMutator.LargestMessage);
        });
        using var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true };
        using var client = new HttpMessageInvoker(handler);

        await SendAsync(client, host.Address, calls / 10, firstSeed: Seed);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        await SendAsync(client, host.Address, calls, firstSeed: Seed + Workers);
        var seconds = watch.Elapsed.TotalSeconds;
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        LongRun.Print(string.Create(
            CultureInfo.InvariantCulture,
            $"gRPC fuzz: {calls} mutated calls (seed {Seed}), {calls / seconds:0}/s, memory {grown / 1024.0 / 1024:+0.0;-0.0} MiB, {string.Join(", ", _outcomes.OrderByDescending(o => o.Value).Select(o => $"{o.Key}: {o.Value}"))}"));
        Assert.True(log.Errors.IsEmpty, string.Join(Environment.NewLine, log.Errors.Take(3)));
        Assert.False(_outcomes.ContainsKey($"status {(int)StatusCode.Unknown}"), "UNKNOWN is a handler's own failure, and this one has none.");
        Assert.InRange(grown, long.MinValue, MemoryBound);
        Assert.True(_outcomes.Count > 8, "The mutations should reach many different outcomes.");

        using var channel = GrpcChannel.ForAddress(host.Address);
        Assert.Equal(new SimpleResponse(), await new TestService.TestServiceClient(channel).UnaryCallAsync(new SimpleRequest()));
    }

    private Task SendAsync(HttpMessageInvoker client, Uri address, int calls, int firstSeed) =>
        Task.WhenAll(Enumerable.Range(firstSeed, Workers).Select(seed => Task.Run(async () =>
        {
            var mutator = new CallMutator(address, new Random(seed));
            for (var i = 0; i < calls / Workers; i++)
            {
                var outcome = await OutcomeAsync(client, mutator.Next());
                _outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);
            }
        })));

    /// <summary>What became of a call; throws when it got neither a gRPC status nor a refusal in HTTP, or no answer at all.</summary>
    private static async Task<string> OutcomeAsync(HttpMessageInvoker client, HttpRequestMessage request)
    {
        using var patience = new CancellationTokenSource(PatienceForOne);
        HttpResponseMessage response;
        try
        {
            response = await client.SendAsync(request, patience.Token);
            await response.Content.CopyToAsync(Stream.Null, patience.Token);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !patience.IsCancellationRequested))
        {
            // Broken off by this side, or reset by the server: a deadline that passed or a call that ended before it was sent whole.
            return broken.InnerException is HttpProtocolException reset ? $"reset {reset.ErrorCode}" : "broken off";
        }

        using (response)
        {
            if (!response.Headers.TryGetValues("grpc-status", out var status) && !response.TrailingHeaders.TryGetValues("grpc-status", out status))
            {
                Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
                return $"HTTP {(int)response.StatusCode}";
            }

            var code = int.Parse(Assert.Single(status), NumberStyles.None, CultureInfo.InvariantCulture);
            Assert.InRange(code, 0, 16);
            return $"status {code}";
        }
    }
}
