using Grpc.Core;
using Training.Operations.V1;

namespace Training.Messaging;

/// <summary>The gRPC edge of the operations contract.</summary>
internal sealed class OperationsService(OutboxEntries outbox, DeadLetters deadLetters, AuditLog audit) : Training.Operations.V1.Operations.OperationsBase
{
    public override Task<ListOutboxResponse> ListOutbox(ListOutboxRequest request, ServerCallContext context) =>
        outbox.List(request, context.CancellationToken);

    public override Task<RetryOutboxResponse> RetryOutbox(RetryOutboxRequest request, ServerCallContext context) =>
        outbox.Retry(request, context.CancellationToken);

    public override Task<ListDeadLettersResponse> ListDeadLetters(ListDeadLettersRequest request, ServerCallContext context) =>
        deadLetters.List(request, context.CancellationToken);

    public override Task<RetryDeadLetterResponse> RetryDeadLetter(RetryDeadLetterRequest request, ServerCallContext context) =>
        deadLetters.Retry(request, context.CancellationToken);

    public override Task<ListAuditResponse> ListAudit(ListAuditRequest request, ServerCallContext context) =>
        audit.List(request, context.CancellationToken);

    public override Task<VerifyAuditResponse> VerifyAudit(VerifyAuditRequest request, ServerCallContext context) =>
        audit.Verify(context.CancellationToken);
}
