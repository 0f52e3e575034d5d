using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace Training.AppHost.Sample;

/// <summary>
/// The key of a command of the story: the same for the same step, subject and request, whenever and however often the story is played. A story that was
/// killed between a command and its answer repeats the command and is given the answer.
/// </summary>
internal static class IdempotencyKey
{
    public static string Of(string step, string subject, IMessage request) => Of(step, subject, request.ToByteArray());

    public static string Of(string step, string subject, byte[] request) =>
        $"sample/{step}/{Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(subject), 0, .. request]).AsSpan(0, 16))}";
}
