using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>Executes requests against a schema.</summary>
/// <param name="schema">What can be asked.</param>
/// <param name="options">What requests may not exceed, and how errors are told.</param>
/// <param name="time">For the time limit.</param>
internal sealed class RequestExecutor(Schema schema, ExecutionOptions options, TimeProvider time)
{
    public Schema Schema { get; } = schema;

    public ExecutionOptions Options { get; } = options;

    /// <summary>Executes a request.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="context">Who asks, and with what.</param>
    /// <param name="cancelled">Ends when the client goes.</param>
    /// <returns>The answer, which the caller disposes.</returns>
    public ValueTask<ExecutionResult> ExecuteAsync(GraphQLRequest request, RequestContext context, CancellationToken cancelled) =>
        throw new NotImplementedException($"{Schema} {Options} {time} {request} {context} {cancelled}");
}
