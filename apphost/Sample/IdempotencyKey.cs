using System.Security.Cryptography;
using System.Text;

namespace Training.AppHost.Sample;

/// <summary>
/// The key of a command of the story: the same for the same command, occasion and request, whenever and however often the story is played. A story that was
/// killed between a command and its answer repeats the command and is given the answer.
/// </summary>
internal static class IdempotencyKey
{
    public static string Of(string command, string occasion, ReadOnlySpan<byte> request) =>
        $"sample/{command}/{Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(occasion), 0, .. request]).AsSpan(0, 16))}";
}
