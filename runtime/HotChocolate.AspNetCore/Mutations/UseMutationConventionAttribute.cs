namespace HotChocolate.Types;

/// <summary>The mutation takes one input and gives a payload, with other names than the conventions'; or does not follow the conventions.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class UseMutationConventionAttribute : Attribute
{
    /// <summary>The input type's name; <c>{Mutation}Input</c> where it is not given.</summary>
    public string? InputTypeName { get; set; }

    /// <summary>The input argument's name; <c>input</c> where it is not given.</summary>
    public string? InputArgumentName { get; set; }

    /// <summary>The payload type's name; <c>{Mutation}Payload</c> where it is not given.</summary>
    public string? PayloadTypeName { get; set; }

    /// <summary>The payload's field with the method's value; named after the value's type where it is not given.</summary>
    public string? PayloadFieldName { get; set; }

    /// <summary>The name of the union of errors; <c>{Mutation}Error</c> where it is not given.</summary>
    public string? PayloadErrorTypeName { get; set; }

    /// <summary>The payload's field with the errors; <c>errors</c> where it is not given.</summary>
    public string? PayloadErrorsFieldName { get; set; }

    /// <summary>Whether the mutation does not follow the conventions.</summary>
    public bool Disable { get; set; }
}
