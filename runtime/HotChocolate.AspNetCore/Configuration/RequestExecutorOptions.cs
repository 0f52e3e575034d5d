namespace HotChocolate.Execution.Options;

/// <summary>How requests are executed.</summary>
public class RequestExecutorOptions
{
    /// <summary>The longest that a request may take.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a client is told what a resolver threw. Never where clients are strangers.</summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>Which documents are trusted.</summary>
    public PersistedOperationOptions PersistedOperations { get; set; } = new();
}
