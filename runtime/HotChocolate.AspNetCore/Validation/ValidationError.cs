namespace HotChocolate.Validation;

/// <summary>Where a document breaks a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
/// <param name="Offsets">The places that contradict each other or the schema, as offsets into the text.</param>
internal sealed record ValidationError(Rule Rule, string Message, IReadOnlyList<int> Offsets);
