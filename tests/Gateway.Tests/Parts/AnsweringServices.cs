using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Training.Contracts;

namespace Training.Gateway.Tests;

/// <summary>
/// Answers every call in the services' place: whom the contract's roles do not admit is refused as the services refuse; everybody else is told something that
/// fits the request, with as many entries as were asked for.
/// </summary>
internal sealed class AnsweringServices : Interceptor
{
    private readonly ConcurrentQueue<MethodDescriptor> _calls = new();

    /// <summary>The role that a token stands for; whoever is not in here may do everything.</summary>
    public ConcurrentDictionary<string, Role> Roles { get; } = new();

    /// <summary>How many entries a list has where the request does not say.</summary>
    public int Entries { get; set; } = 2;

    /// <summary>In the place of an answer.</summary>
    public Func<MethodDescriptor, RpcException?> Refuses { get; set; } = _ => null;

    public Metadata? LastHeaders { get; private set; }

    public DateTime? LastDeadline { get; private set; }

    /// <summary>The calls since this was last asked.</summary>
    public IReadOnlyList<MethodDescriptor> TakeCalls()
    {
        var calls = new List<MethodDescriptor>();
        while (_calls.TryDequeue(out var call))
            calls.Add(call);
        return calls;
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        (LastHeaders, LastDeadline) = (context.Options.Headers, context.Options.Deadline);
        var method = Contract.MethodOf(context.Method.FullName);
        _calls.Enqueue(method);
        var refusal = Refuses(method) ?? RoleMissing(method, context.Options.Headers);
        var answer = refusal is null
            ? Task.FromResult((TResponse)(object)Invented.Answer(method.OutputType, (IMessage)request, Entries))
            : Task.FromException<TResponse>(refusal);
        return new AsyncUnaryCall<TResponse>(answer, Task.FromResult(new Metadata()), () => refusal?.Status ?? Grpc.Core.Status.DefaultSuccess, () => [], () => { });
    }

    private RpcException? RoleMissing(MethodDescriptor method, Metadata? headers)
    {
        var token = headers?.GetValue("authorization")?["Bearer ".Length..];
        if (token is null || !Roles.TryGetValue(token, out var role) || method.GetOptions().GetExtension(OptionsExtensions.Roles).Contains(role))
            return null;
        return new Google.Rpc.Status
        {
            Code = (int)StatusCode.PermissionDenied,
            Message = $"{method.FullName} needs another role.",
            Details = { Google.Protobuf.WellKnownTypes.Any.Pack(new ErrorInfo { Reason = "ROLE_MISSING", Domain = "training" }) },
        }.ToRpcException();
    }
}
