using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Training.Workforce.V1;

namespace Training.Gateway;

/// <summary>HR's file comes by HTTP, as HR systems export it, and goes on to Workforce as it comes: it is never held here.</summary>
internal static class RosterEndpoint
{
    private const string Csv = "text/csv";
    private const int Chunk = 64 * 1024;
    private const long LargestFile = 256L * 1024 * 1024;

    public static void MapRoster(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/roster", ImportAsync)
            .WithName("ImportRoster")
            .WithSummary("Import the roster")
            .WithDescription("The whole file is taken as the state of its effective date: good lines take effect, broken ones are kept as rejects and change nobody. "
                + "Importing the same file again changes nothing. The columns are described in content/sample/README.md.")
            .Produces<RosterImported>()
            .TakesRosterFile();
        routes.MapPost("/roster/preview", PreviewAsync)
            .WithName("PreviewRoster")
            .WithSummary("Preview the roster")
            .WithDescription("What importing the file would change, and which of its lines are broken. Nothing is changed.")
            .Produces<RosterPreviewed>()
            .TakesRosterFile();
    }

    private static void TakesRosterFile(this RouteHandlerBuilder route) => route
        .WithTags("Roster")
        .Accepts<Stream>(Csv)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <param name="http">The request, whose body is the file.</param>
    /// <param name="roster">Workforce.</param>
    /// <param name="clock">For a new idempotency key.</param>
    /// <param name="effectiveOn">ISO date: from when the file's state holds. Who is missing in it has left on the day before.</param>
    /// <param name="fileName">The file's name, as the import's record tells it.</param>
    /// <param name="confirmedLeavers">How many people leave by this file, where they are so many that it would be refused otherwise.</param>
    /// <param name="idempotencyKey">The same key again gives the first answer again.</param>
    private static async Task<IResult> ImportAsync(
        HttpContext http, Roster.RosterClient roster, TimeProvider clock, [FromQuery] string effectiveOn, [FromQuery] string fileName,
        [FromQuery] int? confirmedLeavers, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey)
    {
        using var import = roster.ImportRoster(Command.Once(idempotencyKey, clock), cancellationToken: http.RequestAborted);
        var header = new RosterHeader { FileName = fileName, EffectiveOn = effectiveOn, ConfirmedLeavers = confirmedLeavers ?? 0 };
        return await AnswerAsync(http, import, header, RosterImported.Of);
    }

    /// <param name="http">The request, whose body is the file.</param>
    /// <param name="roster">Workforce.</param>
    /// <param name="effectiveOn">ISO date: from when the file's state would hold.</param>
    /// <param name="fileName">The file's name.</param>
    private static async Task<IResult> PreviewAsync(HttpContext http, Roster.RosterClient roster, [FromQuery] string effectiveOn, [FromQuery] string fileName)
    {
        using var preview = roster.PreviewRoster(cancellationToken: http.RequestAborted);
        return await AnswerAsync(http, preview, new RosterHeader { FileName = fileName, EffectiveOn = effectiveOn }, RosterPreviewed.Of);
    }

    private static async Task<IResult> AnswerAsync<TMessage, TAnswer>(
        HttpContext http, AsyncClientStreamingCall<RosterChunk, TMessage> call, RosterHeader header, Func<TMessage, TAnswer> told)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargestFile;
        try
        {
            await SendAsync(call.RequestStream, http.Request, header);
            return Results.Ok(told(await call.ResponseAsync));
        }
        catch (Refusal refusal)
        {
            return Problem.Of(refusal);
        }
        catch (BadHttpRequestException error)
        {
            return Problem.Of(error, LargestFile);
        }
    }

    private static async Task SendAsync(IClientStreamWriter<RosterChunk> stream, HttpRequest request, RosterHeader header)
    {
        try
        {
            await stream.WriteAsync(new RosterChunk { Header = header });
            var buffer = new byte[Chunk];
            while (await request.Body.ReadAtLeastAsync(buffer, Chunk, throwOnEndOfStream: false, request.HttpContext.RequestAborted) is > 0 and var read)
                await stream.WriteAsync(new RosterChunk { Data = ByteString.CopyFrom(buffer, 0, read) });
            await stream.CompleteAsync();
        }
        catch (Exception error) when (error is Refusal or InvalidOperationException)
        {
            // The service has answered already; its answer says why it reads no further.
        }
    }
}
