using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.GraphQL;

namespace Training.AppHost.Sample;

/// <summary>What a roster file changed, or would change.</summary>
internal sealed record RosterCounts(int Lines, int Added, int Changed, int Unchanged, int Left, int Rehired, int Rejected)
{
    public override string ToString() =>
        $"{Lines} lines: {Added} added, {Changed} changed, {Unchanged} unchanged, {Left} left, {Rehired} rehired, {Rejected} rejected";
}

/// <summary>The gateway's door for HR's files, which come by HTTP as HR systems export them.</summary>
/// <param name="http">Its base address is the gateway's.</param>
/// <param name="tokens">Who sends.</param>
internal sealed class RosterClient(HttpClient http, Tokens tokens)
{
    /// <summary>What the file would change.</summary>
    /// <exception cref="Refused">It cannot be imported.</exception>
    public Task<RosterCounts> PreviewAsync(Persona sender, OrganisationFile.RosterEntry file, byte[] bytes, CancellationToken ct) =>
        Waiting.AvailableAsync(() => SendAsync(sender, "roster/preview", file, bytes, key: null, ct), ct);

    /// <summary>Imports the file.</summary>
    /// <param name="sender">In whose name.</param>
    /// <param name="file">Its name and day.</param>
    /// <param name="bytes">It.</param>
    /// <param name="turn">What tells the import from another of the same file.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="Refused">Nothing was imported; or, where the gateway was away, it is not known, and the same may be sent again.</exception>
    public Task<RosterCounts> ImportAsync(Persona sender, OrganisationFile.RosterEntry file, byte[] bytes, string turn, CancellationToken ct)
    {
        var key = IdempotencyKey.Of("roster", turn, [.. Encoding.UTF8.GetBytes($"{file.File} {file.EffectiveOn} "), .. SHA256.HashData(bytes)]);
        return Waiting.AvailableAsync(() => SendAsync(sender, "roster", file, bytes, key, ct), ct);
    }

    private async Task<RosterCounts> SendAsync(Persona sender, string path, OrganisationFile.RosterEntry file, byte[] bytes, string? key, CancellationToken ct)
    {
        var address = $"{path}?effectiveOn={Uri.EscapeDataString(file.EffectiveOn)}&fileName={Uri.EscapeDataString(file.File)}";
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Authorization = tokens.BearerOf(sender);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await AnswerAsync(request, $"POST /{path}, {file.File}", ct);
        if (response.IsSuccessStatusCode)
            return (await response.Content.ReadFromJsonAsync<RosterCounts>(Json.Options, ct))!;
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(ct);
        throw new Refused(problem.GetProperty("code").GetString()!, problem.GetProperty("detail").GetString()!, $"POST /{path}, {file.File}");
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, string place, CancellationToken ct)
    {
        try
        {
            return await http.SendAsync(request, ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new Refused(Refused.TimedOut, "The gateway did not answer in time.", place);
        }
    }
}
