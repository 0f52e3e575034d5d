using HotChocolate.Execution.Configuration;
using HotChocolate.Types;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Gives mutations one input, a payload and typed errors.</summary>
public static class MutationRequestExecutorBuilderExtensions
{
    /// <summary>Gives mutations one input, a payload and typed errors.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <param name="applyToAllMutations">All of them, or only those with <see cref="UseMutationConventionAttribute"/>.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddMutationConventions(this IRequestExecutorBuilder builder, bool applyToAllMutations = true) =>
        builder.AddMutationConventions(new MutationConventionOptions { ApplyToAllMutations = applyToAllMutations });

    /// <summary>Gives mutations one input, a payload and typed errors, with other names than usual.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <param name="options">The names.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddMutationConventions(this IRequestExecutorBuilder builder, MutationConventionOptions options)
    {
        RequestExecutorBuilder.SetupOf(builder).Mutations = options;
        return builder;
    }
}
