using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller finds a message's bytes.</summary>
public abstract class DeserializationContext
{
    /// <summary>The payload's size in bytes.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>The payload as an array of its own. The payload can be taken once.</summary>
    public virtual byte[] PayloadAsNewBuffer() => throw new NotImplementedException();

    /// <summary>The payload without a copy, valid only until the marshaller returns. The payload can be taken once.</summary>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw new NotImplementedException();
}
