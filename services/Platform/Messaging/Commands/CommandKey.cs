using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>What a command's answer is stored under.</summary>
internal sealed class CommandKey
{
    private const string Header = "idempotency-key";
    private const int Longest = 128;

    private readonly Caller _caller;
    private readonly string _method;
    private readonly string _key;

    /// <exception cref="IdempotencyKeyMissing">The metadata has no usable key.</exception>
    public CommandKey(Caller caller, ServerCallContext context)
    {
        _caller = caller;
        _method = context.Method;
        _key = context.RequestHeaders.GetValue(Header) is { Length: > 0 and <= Longest } key ? key : throw new IdempotencyKeyMissing();
    }

    /// <summary>The answer as it is stored; another one under the same key does not commit.</summary>
    public CommandRow Answered(byte[] requestHash, IMessage response, long now) => new()
    {
        Organisation = _caller.Organisation,
        Account = _caller.Account,
        Method = _method,
        Key = _key,
        RequestHash = requestHash,
        Response = response.ToByteArray(),
        At = now,
    };

    public Task<CommandRow?> FindAsync(ServiceDb db, CancellationToken ct) =>
        db.Set<CommandRow>().AsNoTracking()
            .SingleOrDefaultAsync(c => c.Organisation == _caller.Organisation && c.Account == _caller.Account && c.Method == _method && c.Key == _key, ct);
}
