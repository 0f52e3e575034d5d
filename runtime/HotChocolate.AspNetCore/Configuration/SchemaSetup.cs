using HotChocolate.AspNetCore;
using HotChocolate.CostAnalysis;
using HotChocolate.Execution.Options;
using HotChocolate.PersistedOperations;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;

namespace HotChocolate.Execution.Configuration;

/// <summary>All that the application says about its GraphQL server before it starts.</summary>
internal sealed class SchemaSetup
{
    /// <summary>Annotated classes, and C# types that are in the schema although no field leads to them.</summary>
    public HashSet<Type> Types { get; } = [];

    public SchemaOptions Options { get; } = new();

    public RequestExecutorOptions Requests { get; } = new();

    public PagingOptions Paging { get; } = new();

    public CostOptions Cost { get; } = new();

    /// <summary>What the endpoint offers.</summary>
    public GraphQLServerOptions Server { get; } = new();

    /// <summary>Absent: no document is trusted.</summary>
    public TrustedDocumentFolder? TrustedDocuments { get; set; }

    /// <summary>Absent: mutations are fields like others.</summary>
    public MutationConventionOptions? Mutations { get; set; }

    public bool HasGlobalIds { get; set; }

    /// <summary>Bytes of a request's body.</summary>
    public int MaxRequestSize { get; set; }

    /// <summary>Whether introspection is refused outside Development and costs are limited.</summary>
    public bool HasDefaultSecurity { get; set; } = true;
}
