using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Training.AppHost.Sample.Content;
using Training.Hosting;
using Training.Workforce.V1;

namespace Training.AppHost.Sample.Story;

/// <summary>Sends HR's file as the HR system does.</summary>
internal sealed class RosterDesk(Stage stage, OrganisationId organisation)
{
    private const string Step = "roster";
    private const int Chunk = 256 * 1024;

    private readonly Persona _hrSystem = People.HrSystem(organisation);

    /// <summary>Previews and imports a file, and imports it once more, which changes nothing; a file that was imported already is left alone.</summary>
    public async Task ImportAsync(OrganisationFile.RosterEntry entry, CancellationToken ct)
    {
        var bytes = await File.ReadAllBytesAsync(stage.Files.At("sample", entry.File), ct);
        if (await TimesImportedAsync(bytes) >= 2)
            return;

        var header = new RosterHeader { FileName = entry.File, EffectiveOn = entry.EffectiveOn };
        using (var preview = stage.Services.Roster.PreviewRoster(stage.As(_hrSystem), cancellationToken: ct))
        {
            await SendAsync(preview.RequestStream, header, bytes);
            stage.Progress.Say($"{entry.File}, previewed: {Tell((await preview).Counts)}");
        }

        stage.Progress.Say($"imported: {Tell(await ImportAsync(header, bytes, "first", ct))}");
        stage.Progress.Say($"imported again: {Tell(await ImportAsync(header, bytes, "again", ct))}");
    }

    private async Task<RosterCounts> ImportAsync(RosterHeader header, byte[] bytes, string turn, CancellationToken ct)
    {
        var key = IdempotencyKey.Of(Step, turn, [.. header.ToByteArray(), .. SHA256.HashData(bytes)]);
        using var import = stage.Services.Roster.ImportRoster(stage.As(_hrSystem, key), cancellationToken: ct);
        await SendAsync(import.RequestStream, header, bytes);
        return (await import).Counts;
    }

    private async Task<int> TimesImportedAsync(byte[] bytes)
    {
        var hash = ByteString.CopyFrom(SHA256.HashData(bytes));
        var metadata = stage.As(_hrSystem);
        var imports = await Pages.AllAsync(
            token => stage.Services.Roster.ListRosterImportsAsync(new ListRosterImportsRequest { PageSize = Pages.Largest, PageToken = token }, metadata),
            page => page.Imports,
            page => page.NextPageToken);
        return imports.Count(import => import.FileHash.Equals(hash));
    }

    private static async Task SendAsync(IClientStreamWriter<RosterChunk> stream, RosterHeader header, byte[] bytes)
    {
        await stream.WriteAsync(new RosterChunk { Header = header });
        for (var at = 0; at < bytes.Length; at += Chunk)
            await stream.WriteAsync(new RosterChunk { Data = ByteString.CopyFrom(bytes, at, Math.Min(Chunk, bytes.Length - at)) });
        await stream.CompleteAsync();
    }

    private static string Tell(RosterCounts counts) =>
        $"{counts.Lines} lines: {counts.Added} added, {counts.Changed} changed, {counts.Unchanged} unchanged, {counts.Left} left, {counts.Rehired} rehired, {counts.Rejected} rejected";
}
