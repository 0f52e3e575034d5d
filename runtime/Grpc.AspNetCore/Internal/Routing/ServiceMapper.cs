using System.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server.Internal;

internal static class ServiceMapper<TService>
    where TService : class
{
    public static IReadOnlyList<IEndpointConventionBuilder> Map(IEndpointRouteBuilder routes, MappedServices mapped)
    {
        var services = routes.ServiceProvider;
        var all = services.GetRequiredService<IOptions<GrpcServiceOptions>>().Value;
        var own = services.GetRequiredService<IOptions<GrpcServiceOptions<TService>>>().Value;
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(Log.Category);
        var server = new ServerServices(new MethodOptions(all, own), log, services.GetService<TimeProvider>() ?? TimeProvider.System);

        var binder = new MethodBinder<TService>(server);
        Bind(binder);
        var endpoints = binder.Methods.Select(method => Map(routes, method)).ToList();

        if ((own.IgnoreUnknownServices ?? all.IgnoreUnknownServices) != true)
        {
            foreach (var service in binder.Methods.Select(method => method.Method.ServiceName).Distinct())
                MapUnknown(routes, mapped, $"{service}/{{unimplementedMethod:{GrpcRequestConstraint.Name}}}", "Method is unimplemented.", log);
        }

        if (all.IgnoreUnknownServices != true)
            MapUnknown(routes, mapped, $"{{unimplementedService}}/{{unimplementedMethod:{GrpcRequestConstraint.Name}}}", "Service is unimplemented.", log);
        return endpoints;
    }

    private static void Bind(ServiceBinderBase binder)
    {
        var attribute = BaseTypes().Select(type => type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false)).FirstOrDefault(found => found is not null)
            ?? throw new InvalidOperationException($"{typeof(TService)} has no generated base class: derive it from the …Base class that Grpc.Tools generates of the .proto.");
        var bind = attribute.BindType.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .FirstOrDefault(method => method.Name == attribute.BindMethodName
                && method.GetParameters() is [{ } first, { } second]
                && first.ParameterType == typeof(ServiceBinderBase)
                && second.ParameterType.IsAssignableFrom(typeof(TService)))
            ?? throw new InvalidOperationException($"{attribute.BindType} has no method {attribute.BindMethodName}(ServiceBinderBase, {typeof(TService).Name}): generate the stubs again.");
        bind.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [binder, null], null);
    }

    private static IEnumerable<Type> BaseTypes()
    {
        for (var type = typeof(TService); type is not null; type = type.BaseType)
            yield return type;
    }

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes, BoundMethod method) => routes
        .Map(method.Method.FullName, method.Handle)
        .WithDisplayName($"gRPC - {method.Method.FullName}")
        .WithMetadata(method.Metadata);

    private static void MapUnknown(IEndpointRouteBuilder routes, MappedServices mapped, string pattern, string detail, ILogger log)
    {
        if (!mapped.IsNew(pattern))
            return;
        routes.Map(pattern, Answer).WithDisplayName($"gRPC - {detail}");

        Task Answer(HttpContext http)
        {
            if (!GrpcRequest.TryRefuse(http, log))
                GrpcResponse.EndWithoutMessages(http.Response, new Status(StatusCode.Unimplemented, detail));
            log.Unimplemented(http.Request.Path);
            ServerEvents.Log.CallUnimplemented(http.Request.Path);
            return Task.CompletedTask;
        }
    }
}
