using Training.Tests.Support;

namespace Training.Runtime.Tests.GraphQL;

/// <summary>Where the schemas are that tests read.</summary>
internal static class Schemas
{
    /// <summary>Every construct of the language.</summary>
    public static string EveryConstruct => RepositoryRoot.At("tests", "Runtime.Tests", "GraphQL", "Schemas", "every-construct.graphql");

    /// <summary>The schema that the specification's examples are about, in our words.</summary>
    public static string Wards => RepositoryRoot.At("tests", "Runtime.Tests", "GraphQL", "Schemas", "wards.graphql");

    /// <summary>The schema of the product.</summary>
    public static string Gateway => RepositoryRoot.At("gateway", "schema.graphql");
}
