using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Serves the calls of one method.</summary>
internal abstract class CallHandler<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerServices server)
    where TRequest : class
    where TResponse : class
{
    private static readonly Status NoResponse = new(StatusCode.Cancelled, "No message returned from method.");

    protected Method<TRequest, TResponse> Method { get; } = method;

    public Task HandleAsync(HttpContext http)
    {
        if (GrpcRequest.TryRefuse(http, server.Log))
            return Task.CompletedTask;
        GrpcRequest.LiftBodyLimits(http.Features, requestStreams: Method.Type is MethodType.ClientStreaming or MethodType.DuplexStreaming);
        return RunAsync(ServerCall.Begin(http, Method.FullName, server));
    }

    /// <summary>Reads, handles and writes; whatever it throws becomes the call's status.</summary>
    protected abstract Task ServeAsync(ServerCall call);

    protected void WriteOnly(ServerCall call, TResponse? response) =>
        call.Write(response ?? throw new RpcException(NoResponse), Method.ResponseMarshaller, call.WriteOptions);

    private async Task RunAsync(ServerCall call)
    {
        try
        {
            await ServeAsync(call);
        }
        catch (Exception error)
        {
            call.Fail(error);
        }

        await call.EndAsync();
    }
}
