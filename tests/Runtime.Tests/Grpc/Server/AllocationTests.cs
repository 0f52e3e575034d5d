using Google.Protobuf;
using Training.Runtime.Tests.Probes;
using Xunit;
using static Training.Runtime.Tests.Grpc.Server.ProbeService;
using static Training.Runtime.Tests.Grpc.Server.RawCall;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>What a large message costs the server's heap. Alone in the process, as the counter counts everybody.</summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests : ProbeHost
{
    private const int Size = 4_000_000;
    private const int Calls = 10;

    [SkippableFact]
    public async Task A_large_request_allocates_the_message_and_little_more()
    {
        Probe.ClientStream = async (requests, _) =>
        {
            while (await requests.MoveNext(default))
                Assert.Equal(Size, requests.Current.Body.Length);
            return new Words();
        };
        var perCall = await MeasureAsync(new RawCall(ClientStreamPath).Data(FrameOfZeros(Size)).Zeros(Size).End());
        Assert.InRange(perCall, Size, Size * 1.25);
    }

    [SkippableFact]
    public async Task A_large_response_allocates_little_beside_the_message()
    {
        var message = new Words { Body = UnsafeByteOperations.UnsafeWrap(new byte[Size]) };
        Probe.ServerStream = (_, responses, _) => responses.WriteAsync(message);
        var perCall = await MeasureAsync(new RawCall(ServerStreamPath).Data(Frame("x")).End());
        Assert.InRange(perCall, 0, Size * 0.25);
    }

    private async Task<double> MeasureAsync(RawCall call)
    {
        // The first round fills Kestrel's memory pool.
        var best = double.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var answers = await call.Times(Calls).SendAllAsync(Host);
            best = Math.Min(best, (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Calls);
            Assert.All(answers, answer => answer.AssertEnded(0, null));
        }

        return best;
    }
}
