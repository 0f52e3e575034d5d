using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace Training.Tests.Services;

/// <summary>Expects that a call is refused for exactly this reason.</summary>
public static class Refusal
{
    public static Task IsRefusedAsync<T>(this AsyncUnaryCall<T> call, StatusCode code, string reason) =>
        ExpectAsync(code, reason, async () => await call);

    public static async Task ExpectAsync(StatusCode code, string reason, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((code, reason), (refused.StatusCode, refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? refused.Status.Detail));
    }
}
