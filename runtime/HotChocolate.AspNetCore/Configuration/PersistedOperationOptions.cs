namespace HotChocolate.Execution.Options;

/// <summary>Which documents are trusted.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>Whether a request must name a trusted document.</summary>
    public bool OnlyAllowPersistedDocuments { get; set; }
}
