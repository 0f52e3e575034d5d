using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>Asks call credentials, composed ones in their order, for the metadata that they add to a call.</summary>
internal sealed class CallCredentialsCollector : CallCredentialsConfiguratorBase
{
    private readonly List<AsyncAuthInterceptor> _interceptors = [];

    private CallCredentialsCollector()
    {
    }

    public static async Task<Metadata> CollectAsync(CallCredentials? ofChannel, CallCredentials? ofCall, Uri method, CancellationToken ct)
    {
        var collector = new CallCredentialsCollector();
        ofChannel?.InternalPopulateConfiguration(collector, null);
        ofCall?.InternalPopulateConfiguration(collector, null);
        var path = method.AbsolutePath;
        var name = path.LastIndexOf('/');
        var context = new AuthInterceptorContext($"{method.Scheme}://{method.Authority}{path[..name]}", path[(name + 1)..], ct);
        var metadata = new Metadata();
        foreach (var interceptor in collector._interceptors)
            await interceptor(context, metadata).ConfigureAwait(false);
        return metadata;
    }

    public override void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials)
    {
        foreach (var credential in credentials)
            credential.InternalPopulateConfiguration(this, state);
    }

    public override void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor) => _interceptors.Add(interceptor);
}
