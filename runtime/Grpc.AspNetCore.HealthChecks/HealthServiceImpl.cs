using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.HealthCheck;

/// <summary>Keeps the status of services and answers grpc.health.v1 with it. One object serves the whole server.</summary>
public class HealthServiceImpl : Health.V1.Health.HealthBase
{
    private const int LongestList = 100;
    private const int ChangesKeptForSlowWatchers = 5;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ServingStatus> _statuses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ChannelWriter<ServingStatus>>> _watchers = new(StringComparer.Ordinal);

    /// <summary>Sets a service's status and tells those who watch it.</summary>
    /// <param name="service">The service's full name; empty for the server as a whole.</param>
    /// <param name="status">Its status.</param>
    public void SetStatus(string service, ServingStatus status)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (_gate)
        {
            var before = StatusOf(service);
            _statuses[service] = status;
            if (status != before)
                Tell(service, status);
        }
    }

    /// <summary>Forgets a service; those who watch it are told SERVICE_UNKNOWN.</summary>
    /// <param name="service">The service's full name.</param>
    public void ClearStatus(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (_gate)
        {
            if (_statuses.Remove(service, out var before) && before != ServingStatus.ServiceUnknown)
                Tell(service, ServingStatus.ServiceUnknown);
        }
    }

    /// <summary>Forgets all services.</summary>
    public void ClearAll()
    {
        lock (_gate)
        {
            foreach (var service in _statuses.Keys.ToList())
                ClearStatus(service);
        }
    }

    /// <summary>A service's status now.</summary>
    /// <param name="request">Names the service.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="RpcException">NOT_FOUND: no such service.</exception>
    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        lock (_gate)
        {
            return _statuses.TryGetValue(request.Service, out var status)
                ? Task.FromResult(new HealthCheckResponse { Status = status })
                : throw new RpcException(new Status(StatusCode.NotFound, $"The health of '{request.Service}' is not known here."));
        }
    }

    /// <summary>A service's status now and each change of it, until the caller has enough. Of a burst the last changes are told.</summary>
    /// <param name="request">Names the service.</param>
    /// <param name="responseStream">Where the statuses go.</param>
    /// <param name="context">The call.</param>
    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        await foreach (var status in FollowAsync(request.Service, context.CancellationToken))
            await responseStream.WriteAsync(new HealthCheckResponse { Status = status });
    }

    /// <summary>The status of every service.</summary>
    /// <param name="request">Nothing.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: there are more than 100 services.</exception>
    public override Task<HealthListResponse> List(HealthListRequest request, ServerCallContext context)
    {
        lock (_gate)
            return Task.FromResult(ListOf(_statuses));
    }

    internal static HealthListResponse ListOf(IReadOnlyDictionary<string, ServingStatus> statuses)
    {
        if (statuses.Count > LongestList)
            throw new RpcException(new Status(StatusCode.ResourceExhausted, $"There are {statuses.Count} services, more than {LongestList}: ask by Check."));
        var response = new HealthListResponse();
        foreach (var (service, status) in statuses)
            response.Statuses.Add(service, new HealthCheckResponse { Status = status });
        return response;
    }

    /// <summary>The status now and each change, without end until cancelled; then it ends without an exception.</summary>
    internal async IAsyncEnumerable<ServingStatus> FollowAsync(string service, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = Channel.CreateBounded<ServingStatus>(new BoundedChannelOptions(ChangesKeptForSlowWatchers) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (_gate)
        {
            if (!_watchers.TryGetValue(service, out var watchers))
                _watchers[service] = watchers = [];
            watchers.Add(changes.Writer);
            changes.Writer.TryWrite(StatusOf(service));
        }

        await using var ending = cancellationToken.UnsafeRegister(static writer => ((ChannelWriter<ServingStatus>)writer!).TryComplete(), changes.Writer);
        try
        {
            await foreach (var status in changes.Reader.ReadAllAsync(CancellationToken.None))
                yield return status;
        }
        finally
        {
            Forget(service, changes.Writer);
        }
    }

    private void Forget(string service, ChannelWriter<ServingStatus> watcher)
    {
        lock (_gate)
        {
            if (_watchers.TryGetValue(service, out var watchers) && watchers.Remove(watcher) && watchers.Count == 0)
                _watchers.Remove(service);
        }
    }

    private ServingStatus StatusOf(string service) => _statuses.GetValueOrDefault(service, ServingStatus.ServiceUnknown);

    private void Tell(string service, ServingStatus status)
    {
        foreach (var watcher in _watchers.GetValueOrDefault(service, []))
            watcher.TryWrite(status);
    }
}
