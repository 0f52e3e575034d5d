using Grpc.Net.Client;
using Training.Reference;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>The reference service in a process of its own, so that it can be killed.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private ServiceProcess(ChildProcess process, string address)
    {
        _process = process;
        Channel = GrpcChannel.ForAddress(address);
    }

    public GrpcChannel Channel { get; }

    public Suggestions.SuggestionsClient Suggestions => new(Channel);

    public string Output => _process.Output;

    public static async Task<ServiceProcess> StartAsync(ServiceSettings settings) =>
        new(await Launch(settings).ReadyAsync(), $"http://127.0.0.1:{settings.Values["Hosting:GrpcPort"]}");

    /// <summary>The process alone; ready when it takes calls.</summary>
    public static ChildProcess Launch(ServiceSettings settings)
    {
        var environment = settings.Values.ToDictionary(value => value.Key.Replace(":", "__", StringComparison.Ordinal), value => value.Value);
        environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        environment["AppId"] = settings.SidecarId;
        return ChildProcess.LaunchDotnet(
            typeof(ReferenceModule).Assembly.Location, environment, "Application started", $"--contentRoot={AppContext.BaseDirectory}");
    }

    /// <summary>kill -9; returns when it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _process.DisposeAsync();
    }
}
