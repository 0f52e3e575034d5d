using HotChocolate;
using HotChocolate.Execution.Configuration;
using HotChocolate.Execution.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says how requests are executed and what clients are told of errors.</summary>
public static class RequestExecutorBuilderExtensions
{
    /// <summary>Changes how requests are executed.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder ModifyRequestOptions(this IRequestExecutorBuilder builder, Action<RequestExecutorOptions> configure)
    {
        configure(RequestExecutorBuilder.SetupOf(builder).Requests);
        return builder;
    }

    /// <summary>Adds a filter that sees each error before the client does.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <param name="errorFilter">Gives what the client is told.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddErrorFilter(this IRequestExecutorBuilder builder, Func<IError, IError> errorFilter)
    {
        builder.Services.AddSingleton<IErrorFilter>(new FuncErrorFilter(errorFilter));
        return builder;
    }

    /// <summary>Adds a filter that sees each error before the client does.</summary>
    /// <typeparam name="T">The filter; made once.</typeparam>
    /// <param name="builder">The server's builder.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddErrorFilter<T>(this IRequestExecutorBuilder builder)
        where T : class, IErrorFilter
    {
        builder.Services.AddSingleton<IErrorFilter, T>();
        return builder;
    }
}
