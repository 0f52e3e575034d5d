namespace Grpc.AspNetCore.Server;

/// <summary>An interceptor that stands before handlers.</summary>
public class InterceptorRegistration
{
    private readonly object[] _arguments;

    internal InterceptorRegistration(Type type, object[] arguments)
    {
        Type = type;
        _arguments = arguments;
    }

    /// <summary>Its class.</summary>
    public Type Type { get; }

    /// <summary>The constructor arguments that were given.</summary>
    public IReadOnlyList<object> Arguments => _arguments;
}
