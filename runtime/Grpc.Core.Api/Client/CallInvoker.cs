namespace Grpc.Core;

/// <summary>Makes calls: what a generated client stands on.</summary>
public abstract class CallInvoker
{
    /// <summary>A unary call that blocks the thread until the response is there.</summary>
    /// <param name="method">The method.</param>
    /// <param name="host">Another authority than the channel's, or <c>null</c>.</param>
    /// <param name="options">What to say about the call.</param>
    /// <param name="request">The request.</param>
    public abstract TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    /// <summary>A unary call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="host">Another authority than the channel's, or <c>null</c>.</param>
    /// <param name="options">What to say about the call.</param>
    /// <param name="request">The request.</param>
    public abstract AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    /// <summary>A server streaming call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="host">Another authority than the channel's, or <c>null</c>.</param>
    /// <param name="options">What to say about the call.</param>
    /// <param name="request">The request.</param>
    public abstract AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    /// <summary>A client streaming call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="host">Another authority than the channel's, or <c>null</c>.</param>
    /// <param name="options">What to say about the call.</param>
    public abstract AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
        where TRequest : class
        where TResponse : class;

    /// <summary>A call that streams both ways.</summary>
    /// <param name="method">The method.</param>
    /// <param name="host">Another authority than the channel's, or <c>null</c>.</param>
    /// <param name="options">What to say about the call.</param>
    public abstract AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
        where TRequest : class
        where TResponse : class;
}
