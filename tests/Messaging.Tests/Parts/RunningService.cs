using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Training.Contracts;
using Training.Hosting;
using Training.Reference;
using Training.Reference.V1;

namespace Training.Messaging.Tests;

/// <summary>The reference service, started as its Program.cs does, and callers of it.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly GrpcChannel _channel;
    private readonly People _people;

    private RunningService(string app, WebApplication host, string address, People people)
    {
        App = app;
        _host = host;
        _people = people;
        Address = address;
        _channel = GrpcChannel.ForAddress(address);
    }

    public string App { get; }

    public string Address { get; }

    public IServiceProvider Services => _host.Services;

    public GrpcChannel Channel => _channel;

    public Suggestions.SuggestionsClient Suggestions => new(_channel);

    public Operations.V1.Operations.OperationsClient Operations => new(_channel);

    public static async Task<RunningService> StartAsync(string app, ServiceSettings settings, People people)
    {
        var host = Build(settings);
        await host.MigrateAsync(CancellationToken.None);
        await host.StartAsync();
        return new RunningService(app, host, $"http://127.0.0.1:{settings.Values["Hosting:GrpcPort"]}", people);
    }

    /// <summary>Makes the database of a service that is not to run here.</summary>
    public static async Task MigrateAsync(ServiceSettings settings)
    {
        await using var host = Build(settings);
        await host.MigrateAsync(CancellationToken.None);
    }

    /// <summary>Ends everything that the service does by itself; its parts can still be used, as by a process that is about to die.</summary>
    public Task StopAsync() => _host.StopAsync();

    private static WebApplication Build(ServiceSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings.Values);
        builder.Logging.ClearProviders().AddProvider(new UnexpectedErrors());
        builder.AddHosting(settings.SidecarId);
        builder.AddReference();
        var host = builder.Build();
        host.MapHosting();
        host.MapReference();
        return host;
    }

    /// <summary>The metadata of a call by this person; a new idempotency key unless one is given.</summary>
    public Metadata As(OrganisationId organisation, string name, Role role, string? key = null) => _people.Call(organisation, name, role, key);

    public Metadata Employee(string name = "Erin", string? key = null) => As(People.Hospital, name, Role.Employee, key);

    public Metadata Officer(string name = "Olive", string? key = null) => As(People.Hospital, name, Role.PrivacyOfficer, key);

    public Metadata Operator(string? key = null) => As(People.Hospital, "Otto", Role.Operator, key);

    public async Task<Reference.V1.Tally> TallyAsync(OrganisationId? organisation = null) =>
        await Suggestions.GetTallyAsync(new GetTallyRequest(), As(organisation ?? People.Hospital, "Erin", Role.Employee));

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _host.StopAsync();
        await _host.DisposeAsync();
    }
}
