using System.Text;
using HotChocolate.AspNetCore.Subscriptions;
using HotChocolate.Execution;
using HotChocolate.TypeSystem.Sdl;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace HotChocolate.AspNetCore;

/// <summary>Everything below the GraphQL endpoint's path.</summary>
internal sealed class GraphQLEndpoint(RequestExecutor executor, TransportSettings settings, SocketEndpoint sockets, IHostApplicationLifetime lifetime)
{
    /// <summary>The route value that holds what comes after the endpoint's path.</summary>
    public const string Rest = "rest";

    private const string SchemaFile = "schema.graphql";

    private readonly RequestReader _reader = new(settings.MaxRequestBytes);
    private readonly Lazy<byte[]> _sdl = new(() => Encoding.UTF8.GetBytes(SchemaPrinter.Print(executor.Schema)));

    public Task HandleAsync(HttpContext http)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        if (http.GetRouteValue(Rest) is string rest)
            return isGet && rest == SchemaFile ? WriteSchemaAsync(http) : NotFound(http);
        if (http.WebSockets.IsWebSocketRequest)
            return sockets.AcceptAsync(http);
        if (HttpMethods.IsPost(http.Request.Method))
            return PostAsync(http);
        if (!isGet)
            return RefuseMethodAsync(http, settings.Server.EnableGetRequests ? "GET, POST" : "POST");
        if (http.Request.Query.ContainsKey("sdl"))
            return WriteSchemaAsync(http);
        return settings.Server.EnableGetRequests ? GetAsync(http) : RefuseMethodAsync(http, "POST");
    }

    private async Task PostAsync(HttpContext http)
    {
        if (await ChooseFormatAsync(http) is not { } format)
            return;
        IncomingRequest incoming;
        try
        {
            incoming = await _reader.ReadBodyAsync(http.Request, http.RequestAborted);
        }
        catch (RequestRefused refused)
        {
            await HttpAnswer.RefuseAsync(http, refused, format);
            return;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        using (incoming)
            await AnswerAsync(http, incoming.Request, isQueryOnly: false, format);
    }

    private async Task GetAsync(HttpContext http)
    {
        if (await ChooseFormatAsync(http) is not { } format)
            return;
        IncomingRequest incoming;
        try
        {
            if (http.Request.Headers.Upgrade.Count > 0)
                throw RequestRefused.BadRequest("WebSockets are not switched on: the app has to call UseWebSockets before MapGraphQL.");
            incoming = RequestReader.ReadUrl(http.Request.Query);
        }
        catch (RequestRefused refused)
        {
            await HttpAnswer.RefuseAsync(http, refused, format);
            return;
        }

        using (incoming)
            await AnswerAsync(http, incoming.Request, isQueryOnly: true, format);
    }

    private static async ValueTask<ResponseFormat?> ChooseFormatAsync(HttpContext http)
    {
        var format = ResponseFormats.Choose(http.Request.Headers.Accept);
        if (format is null)
        {
            var refused = new RequestRefused(StatusCodes.Status406NotAcceptable, $"Nothing that you accept is offered. Accept one of: {ResponseFormats.Offered}.");
            await HttpAnswer.RefuseAsync(http, refused, ResponseFormat.Json);
        }

        return format;
    }

    private async Task AnswerAsync(HttpContext http, GraphQLRequest request, bool isQueryOnly, ResponseFormat format)
    {
        var context = new RequestContext(
            http.RequestServices, http.User, isQueryOnly, AllowStreams: format == ResponseFormat.EventStream, CostOf(http.Request));
        try
        {
            await using var result = await executor.ExecuteAsync(request, context, http.RequestAborted);
            await WriteAsync(http, result, format);
        }
        catch (OperationCanceledException)
        {
            // Nobody is there to be answered.
        }
    }

    private async Task WriteAsync(HttpContext http, ExecutionResult result, ResponseFormat format)
    {
        if (result is SingleResult single && format != ResponseFormat.EventStream)
        {
            await HttpAnswer.WriteAsync(http, single, format);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var stream = new EventStream(http, settings.Timing, ended.Token);
        await (result switch
        {
            SingleResult one => stream.WriteAsync(one),
            StreamedResult many => stream.WriteAsync(many),
            _ => throw new InvalidOperationException($"A request does not end with {result.GetType().Name}."),
        });
    }

    private static CostReport CostOf(HttpRequest request) => request.Headers.TryGetValue("GraphQL-Cost", out var cost)
        ? cost.ToString() switch
        {
            "report" => CostReport.Report,
            "validate" => CostReport.Validate,
            _ => CostReport.None,
        }
        : CostReport.None;

    private Task WriteSchemaAsync(HttpContext http)
    {
        if (!settings.Server.EnableSchemaRequests)
            return NotFound(http);
        http.Response.ContentType = "application/graphql; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{SchemaFile}\"";
        http.Response.ContentLength = _sdl.Value.Length;
        return http.Response.BodyWriter.WriteAsync(_sdl.Value, http.RequestAborted).AsTask();
    }

    private static Task RefuseMethodAsync(HttpContext http, string allowed)
    {
        http.Response.Headers.Allow = allowed;
        var refused = new RequestRefused(StatusCodes.Status405MethodNotAllowed, $"Send the request by one of: {allowed}.");
        return HttpAnswer.RefuseAsync(http, refused, ResponseFormat.Json);
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
