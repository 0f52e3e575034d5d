using Training.Hosting;

namespace Training.Messaging;

/// <summary>The answer that a command gave under an idempotency key, written in the command's own transaction.</summary>
internal sealed class CommandRow
{
    public OrganisationId Organisation { get; init; }

    public string Account { get; init; } = "";

    public string Method { get; init; } = "";

    public string Key { get; init; } = "";

    public byte[] RequestHash { get; init; } = [];

    public byte[] Response { get; init; } = [];

    public long At { get; init; }
}
