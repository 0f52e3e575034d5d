using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.AspNetCore.HealthChecks.Internal;

/// <summary>Answers grpc.health.v1 with the application's health checks: run for the call, or as last published.</summary>
internal sealed class HealthService(
    HealthServiceImpl published,
    HealthCheckService checks,
    IOptions<GrpcHealthChecksOptions> options,
    IHostApplicationLifetime lifetime) : Health.V1.Health.HealthBase
{
    private readonly GrpcHealthChecksOptions _options = options.Value;

    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (_options.UseHealthChecksCache || !_options.Services.TryGet(request.Service, out var mapping))
            return await published.Check(request, context);
        return Response(await RunAsync(mapping, context.CancellationToken));
    }

    public override async Task<HealthListResponse> List(HealthListRequest request, ServerCallContext context)
    {
        if (_options.UseHealthChecksCache)
            return await published.List(request, context);

        var report = await checks.CheckHealthAsync(context.CancellationToken);
        return HealthServiceImpl.ListOf(_options.Services.ToDictionary(service => service.Name, service => HealthStatuses.Of(report, service)));
    }

    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        var stopping = _options.SuppressCompletionOnShutdown ? CancellationToken.None : lifetime.ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, stopping);
        ServingStatus? told = null;
        await foreach (var status in published.FollowAsync(request.Service, end.Token))
        {
            // What was published last may be old, or not there yet.
            var now = told is null && !_options.UseHealthChecksCache && _options.Services.TryGet(request.Service, out var mapping)
                ? await RunAsync(mapping, context.CancellationToken)
                : status;
            if (now == told)
                continue;
            told = now;
            await responseStream.WriteAsync(Response(now), context.CancellationToken);
        }

        if (stopping.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested && told != ServingStatus.NotServing)
            await responseStream.WriteAsync(Response(ServingStatus.NotServing), context.CancellationToken);
    }

    private async Task<ServingStatus> RunAsync(ServiceMapping mapping, CancellationToken cancellationToken) =>
        HealthStatuses.Of(await checks.CheckHealthAsync(check => mapping.Covers(check.Name, check.Tags), cancellationToken), mapping);

    private static HealthCheckResponse Response(ServingStatus status) => new() { Status = status };
}
