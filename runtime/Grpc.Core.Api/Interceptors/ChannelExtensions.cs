namespace Grpc.Core.Interceptors;

/// <summary>Puts interceptors before a channel.</summary>
public static class ChannelExtensions
{
    /// <summary>An invoker of the channel with an interceptor before it.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="interceptor">What stands in its calls.</param>
    public static CallInvoker Intercept(this ChannelBase channel, Interceptor interceptor) => channel.CreateCallInvoker().Intercept(interceptor);

    /// <summary>An invoker of the channel with interceptors before it; the first is asked first.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="interceptors">What stands in its calls.</param>
    public static CallInvoker Intercept(this ChannelBase channel, params Interceptor[] interceptors) => channel.CreateCallInvoker().Intercept(interceptors);

    /// <summary>An invoker of the channel that rewrites the headers of every call.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="interceptor">Old headers to new ones.</param>
    public static CallInvoker Intercept(this ChannelBase channel, Func<Metadata, Metadata> interceptor) => channel.CreateCallInvoker().Intercept(interceptor);
}
