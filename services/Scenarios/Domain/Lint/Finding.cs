namespace Training.Scenarios;

/// <summary>Something that keeps a document from being published.</summary>
/// <param name="Line">Line of the document, 0 where it concerns the whole.</param>
/// <param name="Rule">The rule's code, such as <c>DEAD_END</c>.</param>
/// <param name="Message">What is wrong and what to write.</param>
internal sealed record Finding(int Line, string Rule, string Message);
