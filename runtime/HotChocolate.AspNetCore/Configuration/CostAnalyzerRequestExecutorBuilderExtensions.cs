using HotChocolate.CostAnalysis;
using HotChocolate.Execution.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says what operations may cost.</summary>
public static class CostAnalyzerRequestExecutorBuilderExtensions
{
    /// <summary>Changes what operations may cost.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder ModifyCostOptions(this IRequestExecutorBuilder builder, Action<CostOptions> configure)
    {
        configure(RequestExecutorBuilder.SetupOf(builder).Cost);
        return builder;
    }
}
