using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Finds the object of a class that serves one call: registered with the application, or made for the call and then to be disposed.</summary>
internal sealed class PerCall<T>(Type type, params object[] arguments)
    where T : class
{
    private readonly bool _disposable = typeof(IDisposable).IsAssignableFrom(type) || typeof(IAsyncDisposable).IsAssignableFrom(type);
    private ObjectFactory? _factory;

    public T Get(IServiceProvider services, out bool mustDispose)
    {
        if (arguments.Length == 0 && services.GetService(type) is T registered)
        {
            mustDispose = false;
            return registered;
        }

        mustDispose = _disposable;
        _factory ??= ActivatorUtilities.CreateFactory(type, Array.ConvertAll(arguments, argument => argument.GetType()));
        return (T)_factory(services, arguments);
    }

    public static async Task<TResult> ThenDispose<TArguments, TResult>(T made, TArguments arguments, Func<T, TArguments, Task<TResult>> run)
    {
        try
        {
            return await run(made, arguments);
        }
        finally
        {
            await DisposeAsync(made);
        }
    }

    public static async Task ThenDispose<TArguments>(T made, TArguments arguments, Func<T, TArguments, Task> run)
    {
        try
        {
            await run(made, arguments);
        }
        finally
        {
            await DisposeAsync(made);
        }
    }

    private static ValueTask DisposeAsync(T made)
    {
        if (made is IAsyncDisposable asynchronous)
            return asynchronous.DisposeAsync();
        ((IDisposable)made).Dispose();
        return ValueTask.CompletedTask;
    }
}
