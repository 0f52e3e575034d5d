using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Puts a service's interceptors before its handlers, once for each method.</summary>
internal static class Interception
{
    public static UnaryServerMethod<TRequest, TResponse> Before<TRequest, TResponse>(this IReadOnlyList<InterceptorRegistration> interceptors, UnaryServerMethod<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class
    {
        return interceptors.Reverse().Aggregate(method, Stand);

        static UnaryServerMethod<TRequest, TResponse> Stand(UnaryServerMethod<TRequest, TResponse> next, InterceptorRegistration registration)
        {
            var source = SourceOf(registration);
            return (request, context) =>
            {
                var interceptor = source.Get(Services(context), out var mustDispose);
                return mustDispose
                    ? PerCall<Interceptor>.ThenDispose(interceptor, (request, context, next), (made, call) => made.UnaryServerHandler(call.request, call.context, call.next))
                    : interceptor.UnaryServerHandler(request, context, next);
            };
        }
    }

    public static ClientStreamingServerMethod<TRequest, TResponse> Before<TRequest, TResponse>(this IReadOnlyList<InterceptorRegistration> interceptors, ClientStreamingServerMethod<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class
    {
        return interceptors.Reverse().Aggregate(method, Stand);

        static ClientStreamingServerMethod<TRequest, TResponse> Stand(ClientStreamingServerMethod<TRequest, TResponse> next, InterceptorRegistration registration)
        {
            var source = SourceOf(registration);
            return (requests, context) =>
            {
                var interceptor = source.Get(Services(context), out var mustDispose);
                return mustDispose
                    ? PerCall<Interceptor>.ThenDispose(interceptor, (requests, context, next), (made, call) => made.ClientStreamingServerHandler(call.requests, call.context, call.next))
                    : interceptor.ClientStreamingServerHandler(requests, context, next);
            };
        }
    }

    public static ServerStreamingServerMethod<TRequest, TResponse> Before<TRequest, TResponse>(this IReadOnlyList<InterceptorRegistration> interceptors, ServerStreamingServerMethod<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class
    {
        return interceptors.Reverse().Aggregate(method, Stand);

        static ServerStreamingServerMethod<TRequest, TResponse> Stand(ServerStreamingServerMethod<TRequest, TResponse> next, InterceptorRegistration registration)
        {
            var source = SourceOf(registration);
            return (request, responses, context) =>
            {
                var interceptor = source.Get(Services(context), out var mustDispose);
                return mustDispose
                    ? PerCall<Interceptor>.ThenDispose(interceptor, (request, responses, context, next), (made, call) => made.ServerStreamingServerHandler(call.request, call.responses, call.context, call.next))
                    : interceptor.ServerStreamingServerHandler(request, responses, context, next);
            };
        }
    }

    public static DuplexStreamingServerMethod<TRequest, TResponse> Before<TRequest, TResponse>(this IReadOnlyList<InterceptorRegistration> interceptors, DuplexStreamingServerMethod<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class
    {
        return interceptors.Reverse().Aggregate(method, Stand);

        static DuplexStreamingServerMethod<TRequest, TResponse> Stand(DuplexStreamingServerMethod<TRequest, TResponse> next, InterceptorRegistration registration)
        {
            var source = SourceOf(registration);
            return (requests, responses, context) =>
            {
                var interceptor = source.Get(Services(context), out var mustDispose);
                return mustDispose
                    ? PerCall<Interceptor>.ThenDispose(interceptor, (requests, responses, context, next), (made, call) => made.DuplexStreamingServerHandler(call.requests, call.responses, call.context, call.next))
                    : interceptor.DuplexStreamingServerHandler(requests, responses, context, next);
            };
        }
    }

    private static PerCall<Interceptor> SourceOf(InterceptorRegistration registration) => new(registration.Type, [.. registration.Arguments]);

    private static IServiceProvider Services(ServerCallContext context) => context.GetHttpContext().RequestServices;
}
