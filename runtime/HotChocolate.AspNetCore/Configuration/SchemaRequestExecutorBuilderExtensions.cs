using System.Reflection;
using System.Runtime.CompilerServices;
using HotChocolate;
using HotChocolate.Configuration;
using HotChocolate.Execution.Configuration;
using HotChocolate.Types.Pagination;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says what the schema is made of.</summary>
public static class SchemaRequestExecutorBuilderExtensions
{
    /// <summary>Adds the annotated types and the data loaders of the assembly that calls this.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <returns>The same builder.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IRequestExecutorBuilder AddTypes(this IRequestExecutorBuilder builder) =>
        builder.AddTypes([.. AnnotatedTypes.Of(Assembly.GetCallingAssembly())]);

    /// <summary>Adds annotated types, or C# types that are in the schema although no field leads to them.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <param name="types">The C# types.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddTypes(this IRequestExecutorBuilder builder, params Type[] types)
    {
        RequestExecutorBuilder.SetupOf(builder).Types.UnionWith(types);
        return builder;
    }

    /// <summary>Changes how the schema is made.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder ModifyOptions(this IRequestExecutorBuilder builder, Action<SchemaOptions> configure)
    {
        configure(RequestExecutorBuilder.SetupOf(builder).Options);
        return builder;
    }

    /// <summary>Changes how lists are given in pages.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder ModifyPagingOptions(this IRequestExecutorBuilder builder, Action<PagingOptions> configure)
    {
        configure(RequestExecutorBuilder.SetupOf(builder).Paging);
        return builder;
    }

    /// <summary>Adds the interface Node and the query fields <c>node(id:)</c> and <c>nodes(ids:)</c>.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddGlobalObjectIdentification(this IRequestExecutorBuilder builder)
    {
        RequestExecutorBuilder.SetupOf(builder).HasGlobalIds = true;
        return builder;
    }

    /// <summary>Lets resolvers of paged fields take <see cref="GreenDonut.Data.PagingArguments"/>; here they always can.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddPagingArguments(this IRequestExecutorBuilder builder) => builder;
}
