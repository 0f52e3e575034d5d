namespace Training.Hosting;

/// <summary>A field that should hold an id holds something else, which is not repeated: nobody knows what it is.</summary>
/// <param name="field">The request's field, as the contract names it.</param>
public sealed class IdNotReadable(string field) : DomainError(
    ErrorKind.Invalid,
    $"'{field}' is not an id. Send the id exactly as it was handed out, such as 0199f1c2-7a3b-7c4d-8e5f-0123456789ab.",
    field);
