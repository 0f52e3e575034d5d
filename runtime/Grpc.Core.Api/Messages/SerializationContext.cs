using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller puts a message's bytes.</summary>
public abstract class SerializationContext
{
    /// <summary>Hands over the whole payload. The array must not be changed afterwards.</summary>
    /// <param name="payload">The message's bytes.</param>
    public virtual void Complete(byte[] payload) => throw new NotImplementedException();

    /// <summary>The writer to put the payload into, before <see cref="Complete()"/>.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotImplementedException();

    /// <summary>Announces the payload's size, so that nothing must be copied; before <see cref="GetBufferWriter"/>.</summary>
    /// <param name="payloadLength">The exact number of bytes that will be written.</param>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Says that everything was written to <see cref="GetBufferWriter"/>.</summary>
    public virtual void Complete() => throw new NotImplementedException();
}
