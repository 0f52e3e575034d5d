namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Which fallback routes an application has already.</summary>
internal sealed class MappedServices
{
    private readonly HashSet<string> _fallbacks = new(StringComparer.Ordinal);

    /// <summary>True the first time a pattern is seen.</summary>
    public bool IsNew(string pattern) => _fallbacks.Add(pattern);
}
