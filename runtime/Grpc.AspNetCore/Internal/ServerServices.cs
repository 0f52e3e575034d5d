using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>What all calls of a service share.</summary>
internal sealed record ServerServices(MethodOptions Options, ILogger Log, TimeProvider Clock);
