using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Training.Runtime.LocalSidecar.Delivery;

namespace Training.Runtime.LocalSidecar.Api;

/// <summary>Health, metadata and shutdown.</summary>
internal sealed class OperationsApi(IReadOnlySet<string> components, SidecarOptions options, ILogger log, Action shutDown)
{
    /// <summary>The version of Dapr that is mirrored.</summary>
    private const string Version = "1.18.3";

    private const int LongestValue = 64 * 1024;

    public static Task HealthAsync(HttpContext context, App app, RequestPath path)
    {
        var isOutbound = path.Take("outbound");
        var wanted = context.Request.Query["appid"].ToString();
        if (wanted.Length > 0 && wanted != app.Id)
            return new ApiError(500, "ERR_HEALTH_APPID_NOT_MATCH", $"this is the sidecar of app {app.Id}").WriteAsync(context);
        if (!isOutbound && !app.IsReady)
            return new ApiError(500, "ERR_HEALTH_NOT_READY", $"dapr is not ready: app {app.Id} {app.Unavailable ?? "has just been found"}").WriteAsync(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public Task MetadataAsync(HttpContext context, App app, RequestPath path)
    {
        if (HttpMethods.IsGet(context.Request.Method) && path.IsAtEnd)
            return WriteAsync(context, app);
        if (HttpMethods.IsPut(context.Request.Method) && !path.IsAtEnd)
            return ExtendAsync(context, app, path.Tail());
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    public async Task ShutdownAsync(HttpContext context, App app)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        Log.AskedToStop(log, app.Id);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        await context.Response.CompleteAsync();
        shutDown();
    }

    private static async Task ExtendAsync(HttpContext context, App app, string key)
    {
        using var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        if (body.Span.Length > LongestValue)
        {
            await new ApiError(400, "ERR_BAD_REQUEST", $"a value may have {LongestValue} bytes").WriteAsync(context);
            return;
        }

        app.Extended[key] = System.Text.Encoding.UTF8.GetString(body.Span);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task WriteAsync(HttpContext context, App app)
    {
        context.Response.ContentType = "application/json";
        await using (var json = new Utf8JsonWriter(context.Response.BodyWriter))
            Write(json, app);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private void Write(Utf8JsonWriter json, App app)
    {
        json.WriteStartObject();
        json.WriteString("id", app.Id);
        json.WriteString("runtimeVersion", Version);
        json.WriteStartArray("enabledFeatures");
        json.WriteEndArray();
        json.WriteStartArray("actors");
        json.WriteEndArray();
        WriteComponents(json);
        json.WriteStartObject("extended");
        json.WriteString("daprRuntimeVersion", Version);
        foreach (var (name, value) in app.Extended)
            json.WriteString(name, value);
        json.WriteEndObject();
        WriteSubscriptions(json, app.Subscriptions ?? []);
        if (app.Connection is { } connection)
            WriteConnection(json, app, connection);
        json.WriteStartObject("actorRuntime");
        json.WriteString("runtimeStatus", "DISABLED");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteComponents(Utf8JsonWriter json)
    {
        json.WriteStartArray("components");
        foreach (var name in components)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("type", "pubsub.local-sidecar");
            json.WriteString("version", "v1");
            json.WriteStartArray("capabilities");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSubscriptions(Utf8JsonWriter json, IReadOnlyList<Subscription> subscriptions)
    {
        json.WriteStartArray("subscriptions");
        foreach (var subscription in subscriptions)
        {
            json.WriteStartObject();
            json.WriteString("pubsubname", subscription.PubSub);
            json.WriteString("topic", subscription.Topic);
            json.WriteStartObject("metadata");
            foreach (var (name, value) in subscription.Metadata)
                json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteStartArray("rules");
            foreach (var rule in subscription.Rules)
            {
                json.WriteStartObject();
                json.WriteString("match", rule.Match);
                json.WriteString("path", rule.Path);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("deadLetterTopic", subscription.DeadLetterTopic ?? "");
            json.WriteString("type", "PROGRAMMATIC");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteConnection(Utf8JsonWriter json, App app, AppConnection connection)
    {
        json.WriteStartObject("appConnectionProperties");
        json.WriteNumber("port", connection.Address.Port);
        json.WriteString("protocol", app.Settings.AppProtocol);
        json.WriteString("channelAddress", connection.Address.Host);
        json.WriteNumber("maxConcurrency", options.DeliveriesInFlight);
        json.WriteEndObject();
    }
}
