namespace HotChocolate.Types;

/// <summary>What the conventions call a mutation's parts.</summary>
/// <param name="Argument">The input argument.</param>
/// <param name="Data">The payload's field with the value; null for the value's type's name.</param>
/// <param name="Errors">The payload's field with the errors.</param>
internal sealed record MutationNames(string Argument, string? Data, string Errors)
{
    private const string Mutation = "{MutationName}";

    public required string Input { get; init; }

    public required string Payload { get; init; }

    public required string Error { get; init; }

    public static MutationNames Of(UseMutationConventionAttribute? own, MutationConventionOptions all) => new(
        own?.InputArgumentName ?? all.InputArgumentName ?? "input", own?.PayloadFieldName, own?.PayloadErrorsFieldName ?? all.PayloadErrorsFieldName ?? "errors")
    {
        Input = own?.InputTypeName ?? all.InputTypeNamePattern ?? Mutation + "Input",
        Payload = own?.PayloadTypeName ?? all.PayloadTypeNamePattern ?? Mutation + "Payload",
        Error = own?.PayloadErrorTypeName ?? all.PayloadErrorTypeNamePattern ?? Mutation + "Error",
    };

    public string InputOf(string mutation) => Input.Replace(Mutation, mutation, StringComparison.Ordinal);

    public string PayloadOf(string mutation) => Payload.Replace(Mutation, mutation, StringComparison.Ordinal);

    public string ErrorOf(string mutation) => Error.Replace(Mutation, mutation, StringComparison.Ordinal);
}
