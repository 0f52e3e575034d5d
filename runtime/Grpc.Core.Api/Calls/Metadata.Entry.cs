using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One key with its value.</summary>
    public class Entry
    {
        private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-.");

        private readonly string? _value;
        private readonly byte[]? _bytes;

        /// <summary>A binary entry.</summary>
        /// <param name="key">The key, ending in <c>-bin</c>.</param>
        /// <param name="valueBytes">The bytes; copied.</param>
        /// <exception cref="ArgumentException">The key has characters that may not be used or lacks the suffix.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalised(key);
            if (!IsBinary)
                throw new ArgumentException($"The key \"{key}\" of a binary value must end in \"{BinaryHeaderSuffix}\".", nameof(key));
            _bytes = valueBytes.AsSpan().ToArray();
        }

        /// <summary>A text entry.</summary>
        /// <param name="key">The key, not ending in <c>-bin</c>.</param>
        /// <param name="value">ASCII text.</param>
        /// <exception cref="ArgumentException">The key has characters that may not be used or is a binary one.</exception>
        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Key = Normalised(key);
            if (IsBinary)
                throw new ArgumentException($"The key \"{key}\" of a text value must not end in \"{BinaryHeaderSuffix}\".", nameof(key));
            _value = value;
        }

        /// <summary>The key in lower case.</summary>
        public string Key { get; }

        /// <summary>The value's bytes: a copy of a binary value, the ASCII bytes of a text.</summary>
        public byte[] ValueBytes => _bytes is null ? Encoding.ASCII.GetBytes(_value!) : _bytes.AsSpan().ToArray();

        /// <summary>The text.</summary>
        /// <exception cref="InvalidOperationException">The value is binary.</exception>
        public string Value => _value
            ?? throw new InvalidOperationException($"The value of \"{Key}\" is binary: read ValueBytes.");

        /// <summary>Whether the key ends in <c>-bin</c>.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>Key and value for people who debug.</summary>
        public override string ToString() => _bytes is null
            ? $"[Entry: key={Key}, value={_value}]"
            : $"[Entry: key={Key}, valueBytes={Convert.ToHexString(_bytes)}]";

        private static string Normalised(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            var lower = key.AsSpan().ContainsAnyInRange('A', 'Z') ? key.ToLowerInvariant() : key;
            if (lower.Length == 0 || lower.AsSpan().ContainsAnyExcept(KeyCharacters))
                throw new ArgumentException($"The metadata key \"{key}\" may only have letters, digits, '_', '-' and '.'.", nameof(key));
            return lower;
        }
    }
}
