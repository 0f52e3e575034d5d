using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Training.Hosting;

/// <summary>
/// Deny by default: every RPC asks for a caller with one of the roles that its contract states, then serves that caller in
/// the request's <see cref="CurrentCall"/>.
/// </summary>
internal sealed class AuthorisationInterceptor(RpcPolicies policies, TokenReader tokens) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var admission = Admit(context);
        return admission.IsCompletedSuccessfully ? continuation(request, context) : Wait(admission, request, context, continuation);

        static async Task<TResponse> Wait(
            ValueTask admission, TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            await admission;
            return await continuation(request, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await Admit(context);
        return await continuation(requestStream, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await Admit(context);
        await continuation(request, responseStream, context);
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await Admit(context);
        await continuation(requestStream, responseStream, context);
    }

    // Completes at once for a remembered token, so that most unary calls pay for no state machine and no closure.
    private ValueTask Admit(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        var policy = policies.For(http);
        if (policy.IsOpen)
            return ValueTask.CompletedTask;

        policy.DemandRoles();
        var reading = tokens.Read(http.Request.Headers.Authorization, context.CancellationToken);
        if (!reading.IsCompletedSuccessfully)
            return Wait(reading, policy, http);

        Begin(reading.Result.Caller, policy, http);
        return ValueTask.CompletedTask;

        static async ValueTask Wait(ValueTask<ValidToken> reading, RpcPolicy policy, HttpContext http) =>
            Begin((await reading).Caller, policy, http);
    }

    private static void Begin(Caller caller, RpcPolicy policy, HttpContext http)
    {
        policy.Demand(caller);
        http.RequestServices.GetRequiredService<CurrentCall>().Begin(caller, policy.Name);
    }
}
