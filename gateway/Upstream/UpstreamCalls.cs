using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Training.Gateway;

/// <summary>
/// Makes every call in the name of whoever asks the gateway: it carries their bearer token and a deadline (the trace goes along by itself), and its refusal
/// comes back as a <see cref="Refusal"/>.
/// </summary>
internal sealed class UpstreamCalls(IHttpContextAccessor request, IOptions<UpstreamOptions> options, TimeProvider clock) : Interceptor
{
    private const string Authorization = "authorization";

    private readonly TimeSpan _deadline = options.Value.Deadline;

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(request, ByCaller(context, clock.GetUtcNow().UtcDateTime + _deadline));
        return new AsyncUnaryCall<TResponse>(
            call.ResponseAsync.OrRefusedAsync(),
            static call => ((AsyncUnaryCall<TResponse>)call).ResponseHeadersAsync,
            static call => ((AsyncUnaryCall<TResponse>)call).GetStatus(),
            static call => ((AsyncUnaryCall<TResponse>)call).GetTrailers(),
            static call => ((AsyncUnaryCall<TResponse>)call).Dispose(),
            call);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(request, ByCaller(context, deadline: null));
        return new AsyncServerStreamingCall<TResponse>(
            call.ResponseStream.OrRefused(),
            static call => ((AsyncServerStreamingCall<TResponse>)call).ResponseHeadersAsync,
            static call => ((AsyncServerStreamingCall<TResponse>)call).GetStatus(),
            static call => ((AsyncServerStreamingCall<TResponse>)call).GetTrailers(),
            static call => ((AsyncServerStreamingCall<TResponse>)call).Dispose(),
            call);
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(ByCaller(context, deadline: null));
        return new AsyncClientStreamingCall<TRequest, TResponse>(
            call.RequestStream.OrRefused(),
            call.ResponseAsync.OrRefusedAsync(),
            static call => ((AsyncClientStreamingCall<TRequest, TResponse>)call).ResponseHeadersAsync,
            static call => ((AsyncClientStreamingCall<TRequest, TResponse>)call).GetStatus(),
            static call => ((AsyncClientStreamingCall<TRequest, TResponse>)call).GetTrailers(),
            static call => ((AsyncClientStreamingCall<TRequest, TResponse>)call).Dispose(),
            call);
    }

    private ClientInterceptorContext<TRequest, TResponse> ByCaller<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, DateTime? deadline)
        where TRequest : class
        where TResponse : class
    {
        var headers = new Metadata();
        foreach (var header in context.Options.Headers ?? [])
            headers.Add(header);
        if (request.HttpContext?.Request.Headers[HeaderNames.Authorization] is { Count: 1 } token)
            headers.Add(Authorization, token.ToString());
        var options = context.Options.WithHeaders(headers);
        if (deadline is { } end && options.Deadline is null)
            options = options.WithDeadline(end);
        return new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, options);
    }
}
