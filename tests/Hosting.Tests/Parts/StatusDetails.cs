using Google.Rpc;
using Grpc.Core;

namespace Training.Hosting.Tests;

/// <summary>Reads <c>grpc-status-details-bin</c> as a client of ours would.</summary>
internal static class StatusDetails
{
    public static string Reason(this RpcException refused) => refused.Info().Reason;

    public static ErrorInfo Info(this RpcException refused) => refused.Detail<ErrorInfo>() ?? throw new InvalidOperationException($"No ErrorInfo in {refused.Status}.");

    public static T? Detail<T>(this RpcException refused)
        where T : class, Google.Protobuf.IMessage<T>, new() => refused.GetRpcStatus()?.GetDetail<T>();
}
