using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;
using Training.Runtime.Tests.Grpc.Server;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Client;

public sealed class ParallelCallsTests
{
    private const int Streams = 1_000;

    [Fact]
    public async Task Thousand_streams_are_open_at_once_and_each_gets_its_own_answers()
    {
        await using var host = await GrpcHost.StartTestServiceAsync();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);
        var allAreOpen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var open = 0;

        await Task.WhenAll(Enumerable.Range(1, Streams).Select(OneStream)).WaitAsync(TimeSpan.FromMinutes(2));

        async Task OneStream(int number)
        {
            using var call = client.FullDuplexCall();
            await Ask(call, number);
            if (Interlocked.Increment(ref open) == Streams)
                allAreOpen.SetResult();
            await allAreOpen.Task;
            await Ask(call, number + Streams);
            await call.RequestStream.CompleteAsync();
            Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
        }

        static async Task Ask(AsyncDuplexStreamingCall<StreamingOutputCallRequest, StreamingOutputCallResponse> call, int size)
        {
            await call.RequestStream.WriteAsync(InteropCases.Ask(size));
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            Assert.Equal(size, call.ResponseStream.Current.Payload.Body.Length);
        }
    }
}
