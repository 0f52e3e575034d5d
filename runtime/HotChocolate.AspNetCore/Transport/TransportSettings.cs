namespace HotChocolate.AspNetCore;

/// <summary>What the transport needs to know, fixed at the start.</summary>
/// <param name="Server">What the endpoint offers.</param>
/// <param name="MaxRequestBytes">The longest request, as a body or as a message.</param>
/// <param name="Timing">How long connections are waited for.</param>
internal sealed record TransportSettings(GraphQLServerOptions Server, int MaxRequestBytes, TransportTiming Timing);
