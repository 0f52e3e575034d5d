using System.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>A method with what serves it.</summary>
internal sealed record BoundMethod(IMethod Method, RequestDelegate Handle, object[] Metadata);

/// <summary>Makes a request handler of each method that the generated code names.</summary>
internal sealed class MethodBinder<TService>(ServerServices server) : ServiceBinderBase
    where TService : class
{
    private readonly List<BoundMethod> _methods = [];
    private readonly PerCall<TService> _source = new(typeof(TService));

    public IReadOnlyList<BoundMethod> Methods => _methods;

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var target = Find(method, typeof(TRequest), typeof(ServerCallContext));
        var run = target.CreateDelegate<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>();
        Add(method, target, new UnaryHandler<TRequest, TResponse>(method, server.Options.Interceptors.Before<TRequest, TResponse>(Invoke), server));

        Task<TResponse> Invoke(TRequest request, ServerCallContext context)
        {
            var service = Service(context, out var mustDispose);
            return mustDispose
                ? PerCall<TService>.ThenDispose(service, (request, context, run), (made, call) => call.run(made, call.request, call.context))
                : run(service, request, context);
        }
    }

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var target = Find(method, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
        var run = target.CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>();
        Add(method, target, new ClientStreamingHandler<TRequest, TResponse>(method, server.Options.Interceptors.Before<TRequest, TResponse>(Invoke), server));

        Task<TResponse> Invoke(IAsyncStreamReader<TRequest> requests, ServerCallContext context)
        {
            var service = Service(context, out var mustDispose);
            return mustDispose
                ? PerCall<TService>.ThenDispose(service, (requests, context, run), (made, call) => call.run(made, call.requests, call.context))
                : run(service, requests, context);
        }
    }

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var target = Find(method, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var run = target.CreateDelegate<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        Add(method, target, new ServerStreamingHandler<TRequest, TResponse>(method, server.Options.Interceptors.Before<TRequest, TResponse>(Invoke), server));

        Task Invoke(TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext context)
        {
            var service = Service(context, out var mustDispose);
            return mustDispose
                ? PerCall<TService>.ThenDispose(service, (request, responses, context, run), (made, call) => call.run(made, call.request, call.responses, call.context))
                : run(service, request, responses, context);
        }
    }

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var target = Find(method, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var run = target.CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        Add(method, target, new DuplexStreamingHandler<TRequest, TResponse>(method, server.Options.Interceptors.Before<TRequest, TResponse>(Invoke), server));

        Task Invoke(IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> responses, ServerCallContext context)
        {
            var service = Service(context, out var mustDispose);
            return mustDispose
                ? PerCall<TService>.ThenDispose(service, (requests, responses, context, run), (made, call) => call.run(made, call.requests, call.responses, call.context))
                : run(service, requests, responses, context);
        }
    }

    private static MethodInfo Find(IMethod method, params Type[] parameters) =>
        typeof(TService).GetMethod(method.Name, BindingFlags.Public | BindingFlags.Instance, parameters)
        ?? throw new InvalidOperationException($"{typeof(TService)} has no method {method.Name}({string.Join(", ", parameters.Select(p => p.Name))}): generate the stubs again.");

    private TService Service(ServerCallContext context, out bool mustDispose) =>
        _source.Get(context.GetHttpContext().RequestServices, out mustDispose);

    private void Add<TRequest, TResponse>(Method<TRequest, TResponse> method, MethodInfo target, CallHandler<TRequest, TResponse> handler)
        where TRequest : class
        where TResponse : class
    {
        object[] metadata =
        [
            .. typeof(TService).GetCustomAttributes(inherit: true),
            .. target.GetCustomAttributes(inherit: true),
            new HttpMethodMetadata([HttpMethods.Post], acceptCorsPreflight: true),
            new GrpcMethodMetadata(typeof(TService), method),
        ];
        _methods.Add(new BoundMethod(method, handler.HandleAsync, metadata));
    }
}
