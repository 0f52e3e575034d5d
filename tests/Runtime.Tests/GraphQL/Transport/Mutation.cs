namespace Training.Runtime.Tests.GraphQL.Transport;

/// <summary>Spoils bytes: changes, cuts, doubles, swaps, and puts in what is often trouble.</summary>
internal sealed class Mutation(int seed)
{
    private static readonly byte[][] Trouble =
    [
        "\\ud800"u8.ToArray(), "\0"u8.ToArray(), [0xC0, 0xAF], [0xFF], "{"u8.ToArray(), "}"u8.ToArray(), "[[[[[[[["u8.ToArray(), "\""u8.ToArray(), "\\"u8.ToArray(),
        "null"u8.ToArray(), "1e999"u8.ToArray(), "99999999999999999999"u8.ToArray(), "$n"u8.ToArray(), "...F"u8.ToArray(), "@skip(if:true)"u8.ToArray(), "\"query\":"u8.ToArray(),
        "\"variables\":{},"u8.ToArray(), "__schema{types{name}}"u8.ToArray(), "\uFEFF"u8.ToArray(), "\\\"\\\"\\\""u8.ToArray(), ": "u8.ToArray(), "!"u8.ToArray(), "#"u8.ToArray(),
    ];

    private readonly Random _random = new(seed);

    public byte[] Pick(byte[][] from) => from[_random.Next(from.Length)];

    public byte[] Of(byte[] whole)
    {
        var bytes = new List<byte>(whole);
        for (var times = _random.Next(1, 5); times > 0 && bytes.Count > 0; times--)
            Spoil(bytes);
        return [.. bytes];
    }

    private void Spoil(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count);
        var length = _random.Next(1, Math.Min(24, bytes.Count - at + 1));
        switch (_random.Next(6))
        {
            case 0:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(length, bytes.Count - at));
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(length, bytes.Count - at)));
                break;
            case 3:
                bytes.InsertRange(at, Pick(Trouble));
                break;
            case 4:
                var other = _random.Next(bytes.Count);
                (bytes[at], bytes[other]) = (bytes[other], bytes[at]);
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }
}
