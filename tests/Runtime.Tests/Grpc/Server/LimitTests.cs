using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Training.Runtime.Tests.Grpc.Server.ProbeService;
using static Training.Runtime.Tests.Grpc.Server.RawCall;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>Sizes of messages, for all services and for one.</summary>
public sealed class LimitTests : ProbeHost
{
    private const int ResourceExhausted = 8;

    [SkippableFact]
    public async Task A_message_of_4_MiB_is_received_by_default()
    {
        const int Body = (4 * 1024 * 1024) - 5;
        var start = FrameOfZeros(Body);
        var answer = await new RawCall(UnaryPath).Data(start).Zeros(Body).End().SendAsync(Host);
        answer.AssertEnded(0, null);
        Assert.Equal(start.Length + Body, answer.Size);
    }

    [SkippableFact]
    public async Task A_message_of_40_MB_is_received_without_a_limit()
    {
        await using var host = await StartAsync(options => options.MaxReceiveMessageSize = null);
        Probe.ClientStream = async (requests, _) =>
        {
            Assert.True(await requests.MoveNext(default));
            return new() { Text = $"{requests.Current.Body.Length}" };
        };
        var answer = await new RawCall(ClientStreamPath).Data(FrameOfZeros(40_000_000)).Zeros(40_000_000).End().SendAsync(host);
        answer.AssertEnded(0, null);
        Assert.Equal(["40000000"], answer.Texts);
    }

    [SkippableFact]
    public async Task A_response_beyond_the_limit_is_RESOURCE_EXHAUSTED_and_trailers_only()
    {
        await using var host = await StartAsync(options => options.MaxSendMessageSize = 100);
        (await Echo(host, 90)).AssertEnded(0, null);
        var refused = await Echo(host, 101);
        refused.AssertEnded(ResourceExhausted, "Sending message exceeds the maximum configured message size.");
        Assert.True(refused.TrailersOnly);
    }

    [SkippableFact]
    public async Task A_services_own_options_win_over_those_of_all()
    {
        await using var host = await GrpcHost.StartAsync(
            app => app.MapGrpcService<ProbeService>(),
            builder =>
            {
                builder.Services.AddSingleton(Probe);
                builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = 10).AddServiceOptions<ProbeService>(options => options.MaxReceiveMessageSize = 1000);
            });
        (await Echo(host, 900)).AssertEnded(0, null);
        (await Echo(host, 1001)).AssertEnded(ResourceExhausted, "Received message exceeds the maximum configured message size.");
    }

    private static Task<RawAnswer> Echo(GrpcHost host, int size) => new RawCall(UnaryPath).Data(Frame(new string('x', size))).End().SendAsync(host);
}
