using Grpc.Core;
using Grpc.Net.Client;
using Training.Contracts;
using Training.Hosting;

namespace Training.System.Tests.Refusals;

/// <summary>Every service of a running system, open to any RPC, by anybody.</summary>
internal sealed class Doors(IInstallation installation) : IDisposable
{
    private readonly Dictionary<string, GrpcChannel> _channels = new()
    {
        ["workforce"] = GrpcChannel.ForAddress(installation.Addresses.Workforce),
        ["curricula"] = GrpcChannel.ForAddress(installation.Addresses.Curricula),
        ["scenarios"] = GrpcChannel.ForAddress(installation.Addresses.Scenarios),
        ["completions"] = GrpcChannel.ForAddress(installation.Addresses.Completions),
        ["sanctions"] = GrpcChannel.ForAddress(installation.Addresses.Sanctions),
    };

    private readonly DevelopmentTokens _tokens = DevelopmentTokens.In(installation.DataFolder, TimeProvider.System);

    public CallInvoker Of(string app) => _channels[app].CreateCallInvoker();

    /// <summary>The metadata of a call; one that is a command lacks its idempotency key.</summary>
    public Metadata As(OrganisationId organisation, MemberId? member, params Role[] roles) =>
        new() { { "authorization", $"Bearer {_tokens.Mint(organisation, member, member?.ToString() ?? "machine", roles, TimeSpan.FromHours(1))}" } };

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
            channel.Dispose();
    }
}
