using System.Buffers;

namespace HotChocolate.Execution;

/// <summary>What a request ends with.</summary>
internal abstract class ExecutionResult : IAsyncDisposable
{
    public abstract ValueTask DisposeAsync();
}

/// <summary>One answer, already written as JSON in UTF-8 in pooled memory: disposing gives it back.</summary>
internal abstract class SingleResult : ExecutionResult
{
    /// <summary>The whole body: {"data":…} or {"errors":[…],"data":…}.</summary>
    public abstract ReadOnlySequence<byte> Body { get; }

    /// <summary>How the request ended; the transport makes its status of it.</summary>
    public abstract ResultKind Kind { get; }
}

/// <summary>A subscription's answers, one for each event.</summary>
internal abstract class StreamedResult : ExecutionResult
{
    public abstract IAsyncEnumerable<SingleResult> Results(CancellationToken cancelled);
}

internal enum ResultKind
{
    /// <summary>Executed: there is a data entry, be it null.</summary>
    Executed,

    /// <summary>The document cannot be read, is invalid, names no operation, costs too much, or its variables are wrong: no data entry.</summary>
    Refused,

    /// <summary>A mutation or subscription where the method or transport cannot carry it.</summary>
    MethodNotAllowed,

    /// <summary>Too many requests at once, for too long.</summary>
    Overloaded,

    /// <summary>Took longer than the time limit.</summary>
    TimedOut,
}
