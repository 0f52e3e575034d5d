namespace Training.Runtime.LocalSidecar.Proxy;

/// <summary>Follows the length-prefixed messages of a gRPC stream (one byte of flags, four of length) to find one that is too large.</summary>
internal struct MessageLimit
{
    public const int Largest = 4 * 1024 * 1024;
    private const int PrefixLength = 5;

    private int _prefix;
    private uint _length;
    private uint _left;

    /// <summary>Takes the next bytes of the stream; false if they begin a message that is too large.</summary>
    public bool Admits(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_left > 0)
            {
                var body = (int)Math.Min(_left, (uint)bytes.Length);
                _left -= (uint)body;
                bytes = bytes[body..];
                continue;
            }

            if (_prefix > 0)
                _length = (_length << 8) | bytes[0];
            bytes = bytes[1..];
            if (++_prefix < PrefixLength)
                continue;
            if (_length > Largest)
                return false;
            (_left, _prefix, _length) = (_length, 0, 0);
        }

        return true;
    }
}
