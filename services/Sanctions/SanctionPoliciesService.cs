using Grpc.Core;
using Training.Hosting;
using Training.Sanctions.V1;

namespace Training.Sanctions;

/// <summary>The gRPC edge of the sanction policy.</summary>
internal sealed class SanctionPoliciesService(PublishPolicy publish, PolicyShelf shelf) : SanctionPolicies.SanctionPoliciesBase
{
    public override Task<VerifyPolicyResponse> VerifyPolicy(VerifyPolicyRequest request, ServerCallContext context) =>
        Task.FromResult(PolicyReader.Read(request.Document).Findings.ToMessage());

    public override async Task<Policy> PublishPolicy(PublishPolicyRequest request, ServerCallContext context) =>
        (await publish.Run(request.Document, context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<Policy> GetPolicy(GetPolicyRequest request, ServerCallContext context) => request.Version == 0
        ? (await shelf.InForce(context.CancellationToken)).ToMessage()
        : (await shelf.Version(request.Version, context.CancellationToken)).ToMessage();

    public override async Task<BatchGetPoliciesResponse> BatchGetPolicies(BatchGetPoliciesRequest request, ServerCallContext context) =>
        new() { Policies = { (await shelf.Versions(request.Versions, context.CancellationToken)).Select(one => new BatchPolicy { Asked = one.Key, Policy = one.Value.ToMessage() }) } };
}
