using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>
/// Makes every command safe to repeat. The command acts and its answer is stored under (organisation, account, method, key) in one transaction;
/// when the key turns out to be taken, what was done is undone and the first answer is given again. So the usual case, a new key,
/// pays one row and no look-up.
/// </summary>
internal sealed class CommandInterceptor : Interceptor
{
    private const int Tries = 5;

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (!IsCommand(context))
            return await continuation(request, context);
        var hash = SHA256.HashData(((IMessage)request).ToByteArray());
        return await RunOnceAsync(context, () => ValueTask.FromResult(hash), () => continuation(request, context), repeatable: true);
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (!IsCommand(context))
            return await continuation(requestStream, context);
        using var hashing = new HashingStreamReader<TRequest>(requestStream);
        return await RunOnceAsync(context, () => hashing.HashAllAsync(context.CancellationToken), () => continuation(hashing, context), repeatable: false);
    }

    // The standard health service serves nobody and changes nothing.
    private static bool IsCommand(ServerCallContext context) =>
        !context.GetMethodDescriptor().IsQuery() && context.GetHttpContext().RequestServices.GetRequiredService<CurrentCall>().Organisation is not null;

    private static async Task<TResponse> RunOnceAsync<TResponse>(
        ServerCallContext context, Func<ValueTask<byte[]>> requestHash, Func<Task<TResponse>> act, bool repeatable) where TResponse : class
    {
        var services = context.GetHttpContext().RequestServices;
        var db = services.GetRequiredService<ServiceDb>();
        var command = new CommandKey(services.GetRequiredService<CurrentCall>().Caller, context);
        for (var attempt = 1; ; attempt++)
        {
            db.Work.Hold();
            try
            {
                var response = await act();
                db.Add(command.Answered(await requestHash(), (IMessage)response, db.Scope.Clock.Microseconds()));
                await db.Work.CommitAsync(context.CancellationToken);
                return response;
            }
            catch (Exception e) when (e is DomainError || LostRace.Is(e))
            {
                await db.Work.RollBackAsync();
                var stored = await command.FindAsync(db, context.CancellationToken);
                if (stored is not null)
                {
                    var hash = await requestHash();
                    return hash.AsSpan().SequenceEqual(stored.RequestHash)
                        ? (TResponse)context.GetMethodDescriptor().OutputType.Parser.ParseFrom(stored.Response)
                        : throw new IdempotencyKeyReused();
                }
                if (e is DomainError)
                    throw;
                if (!repeatable || attempt == Tries)
                    throw e is DbUpdateConcurrencyException or not DbUpdateException ? new ChangedMeanwhile() : e;
            }
            finally
            {
                await db.Work.RollBackAsync();
            }
        }
    }
}
