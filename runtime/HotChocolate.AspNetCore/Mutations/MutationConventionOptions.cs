namespace HotChocolate.Types;

/// <summary>The names that the mutation conventions give; what is <c>null</c> is as usual.</summary>
public struct MutationConventionOptions
{
    /// <summary>The input argument's name (<c>input</c>).</summary>
    public string? InputArgumentName { get; set; }

    /// <summary>The input type's name (<c>{MutationName}Input</c>).</summary>
    public string? InputTypeNamePattern { get; set; }

    /// <summary>The payload type's name (<c>{MutationName}Payload</c>).</summary>
    public string? PayloadTypeNamePattern { get; set; }

    /// <summary>The name of the union of errors (<c>{MutationName}Error</c>).</summary>
    public string? PayloadErrorTypeNamePattern { get; set; }

    /// <summary>The payload's field with the errors (<c>errors</c>).</summary>
    public string? PayloadErrorsFieldName { get; set; }

    /// <summary>Whether all mutations follow the conventions, or only those with <see cref="UseMutationConventionAttribute"/> (all).</summary>
    public bool? ApplyToAllMutations { get; set; }
}
