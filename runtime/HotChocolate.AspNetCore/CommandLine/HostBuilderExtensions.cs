using HotChocolate.AspNetCore.CommandLine;

namespace Microsoft.Extensions.Hosting;

/// <summary>Runs an application that can also tell its GraphQL schema.</summary>
public static class HostBuilderExtensions
{
    /// <summary>
    /// Runs the application; or, where the arguments begin with <c>schema</c>, does what they say and ends: <c>schema export [--output file]</c>,
    /// <c>schema print</c>, <c>schema list</c>.
    /// </summary>
    /// <param name="host">The application.</param>
    /// <param name="args">Its arguments.</param>
    /// <returns>The exit code: 0 where all went well.</returns>
    public static async Task<int> RunWithGraphQLCommandsAsync(this IHost host, string[] args)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(args);
        if (args is ["schema", .. var command])
            return await SchemaCommands.RunAsync(host.Services, command, Console.Out, Console.Error);
        await host.RunAsync();
        return 0;
    }
}
