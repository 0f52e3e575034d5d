using System.Diagnostics;

namespace HotChocolate.Execution;

/// <summary>What OpenTelemetry is told, by the names that Hot Chocolate uses.</summary>
internal static class Spans
{
    private static readonly ActivitySource Source = new("HotChocolate.Diagnostics");

    /// <summary>Begins an operation's span; null where nobody listens.</summary>
    public static Activity? Start(PreparedOperation operation, PreparedDocument document)
    {
        if (!Source.HasListeners())
            return null;
        var kind = operation.Node.Kind.ToString().ToLowerInvariant();
        var span = Source.StartActivity(kind);
        span?.SetTag("graphql.operation.type", kind);
        if (operation.Name.Length > 0)
            span?.SetTag("graphql.operation.name", operation.Name);
        span?.SetTag("graphql.document.hash", document.Hash);
        return span;
    }

    public static Activity? StartBatch(string loader, int keys)
    {
        var span = Source.HasListeners() ? Source.StartActivity(loader) : null;
        span?.SetTag("graphql.dataloader.batch.size", keys);
        return span;
    }

    public static Answer End(Activity? span, Answer answer)
    {
        if (answer.HasErrors)
            span?.SetStatus(ActivityStatusCode.Error);
        return answer;
    }
}
