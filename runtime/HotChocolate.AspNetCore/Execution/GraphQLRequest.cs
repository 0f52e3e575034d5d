using System.Security.Claims;
using System.Text.Json;

namespace HotChocolate.Execution;

/// <summary>One request, whatever carried it.</summary>
/// <param name="Query">The document, or null where <paramref name="DocumentId"/> names one that the server knows.</param>
/// <param name="DocumentId">A trusted document's id.</param>
/// <param name="OperationName">Which operation of the document.</param>
/// <param name="Variables">A JSON object, or <see cref="JsonValueKind.Undefined"/>.</param>
internal sealed record GraphQLRequest(string? Query, string? DocumentId, string? OperationName, JsonElement Variables);

/// <summary>Who asks, and with what.</summary>
/// <param name="Services">The request's services.</param>
/// <param name="User">Who asks.</param>
/// <param name="IsQueryOnly">A GET: a mutation is refused with 405.</param>
/// <param name="AllowStreams">Whether the transport can carry a subscription.</param>
/// <param name="Cost">What the header GraphQL-Cost asks for.</param>
internal sealed record RequestContext(IServiceProvider Services, ClaimsPrincipal User, bool IsQueryOnly, bool AllowStreams, CostReport Cost);

internal enum CostReport
{
    None,
    Report,
    Validate,
}
