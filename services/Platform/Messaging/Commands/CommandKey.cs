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

    /// <summary>Stores the answer; <c>false</c> when the key is taken.</summary>
    public async Task<bool> TakeAsync(ServiceDb db, byte[] requestHash, IMessage response, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO commands (organisation, account, method, key, request_hash, response, at)
            VALUES ({_caller.Organisation.Value}, {_caller.Account}, {_method}, {_key}, {requestHash}, {response.ToByteArray()}, {db.Scope.Clock.Microseconds()})
            ON CONFLICT DO NOTHING
            """, ct) == 1;

    public Task<CommandRow?> FindAsync(ServiceDb db, CancellationToken ct) =>
        db.Set<CommandRow>().AsNoTracking()
            .SingleOrDefaultAsync(c => c.Organisation == _caller.Organisation && c.Account == _caller.Account && c.Method == _method && c.Key == _key, ct);
}
