using System.Security.Cryptography;
using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.GraphQL;
using Training.Hosting;

namespace Training.AppHost.Sample.Story;

/// <summary>Sends HR's file as the HR system does.</summary>
internal sealed class RosterDesk(Stage stage, OrganisationId organisation)
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(RosterDesk));

    private readonly Persona _hrSystem = People.HrSystem(organisation);

    /// <summary>Previews and imports a file, and imports it once more, which changes nothing; a file that was imported already is left alone.</summary>
    public async Task ImportAsync(OrganisationFile.RosterEntry entry, CancellationToken ct)
    {
        var bytes = await File.ReadAllBytesAsync(stage.Files.At("sample", entry.File), ct);
        if (await TimesImportedAsync(bytes, ct) >= 2)
            return;

        stage.Progress.Say($"{entry.File}, previewed: {await stage.Roster.PreviewAsync(_hrSystem, entry, bytes, ct)}");
        stage.Progress.Say($"imported: {await stage.Roster.ImportAsync(_hrSystem, entry, bytes, "first", ct)}");
        stage.Progress.Say($"imported again: {await stage.Roster.ImportAsync(_hrSystem, entry, bytes, "again", ct)}");
    }

    private async Task<int> TimesImportedAsync(byte[] bytes, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return (await stage.Gateway.AllAsync<Imported>(_hrSystem, Ask["Imports"], null, ct)).Count(import => import.FileHash == hash);
    }

    private sealed record Imported(string FileHash);
}
