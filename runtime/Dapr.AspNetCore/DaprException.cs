namespace Dapr;

/// <summary>A call to the sidecar failed; the inner exception says how.</summary>
[Serializable]
public class DaprException : Exception
{
    /// <summary>With a message.</summary>
    public DaprException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public DaprException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
