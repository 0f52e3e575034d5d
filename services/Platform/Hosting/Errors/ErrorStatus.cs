using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Training.Hosting;

/// <summary>The gRPC status of each error, with <c>google.rpc.ErrorInfo</c> (and <c>BadRequest</c> where one field is wrong) as details.</summary>
internal static class ErrorStatus
{
    public const string Domain = "training";
    public const string UnexpectedReason = "INTERNAL";

    public static StatusCode CodeOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCode.InvalidArgument,
        ErrorKind.NotFound => StatusCode.NotFound,
        ErrorKind.AlreadyExists => StatusCode.AlreadyExists,
        ErrorKind.NotAllowed => StatusCode.PermissionDenied,
        ErrorKind.NotNow => StatusCode.FailedPrecondition,
        ErrorKind.Conflict => StatusCode.Aborted,
        ErrorKind.TooMuch => StatusCode.ResourceExhausted,
    };

    public static RpcException Of(DomainError error) =>
        Build(CodeOf(error.Kind), error.Code, error.Message, error.Field);

    public static RpcException Of(CallRefused refusal) => Build(refusal.Status, refusal.Reason, refusal.Message);

    public static RpcException DatabaseAway() => Build(
        StatusCode.Unavailable,
        "DATABASE_AWAY",
        "The database does not answer at the moment. Repeat the call in a few seconds, a command with the same idempotency key: it takes effect once.");

    public static RpcException Unexpected(string traceId) => Build(
        StatusCode.Internal,
        UnexpectedReason,
        $"Something went wrong on our side. Tell the operator this trace id: {traceId}");

    private static RpcException Build(StatusCode code, string reason, string message, string? field = null)
    {
        var status = new Google.Rpc.Status
        {
            Code = (int)code,
            Message = message,
            Details = { Any.Pack(new ErrorInfo { Reason = reason, Domain = Domain }) },
        };
        if (field is not null)
        {
            var violation = new BadRequest.Types.FieldViolation { Field = field, Description = message };
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { violation } }));
        }

        return status.ToRpcException();
    }
}
