using System.Collections.Concurrent;
using System.Text.Json;
using HotChocolate.Execution;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HotChocolate.AspNetCore.Subscriptions;

/// <summary>The operations that run on one connection, by their ids.</summary>
internal sealed class SocketOperations(SocketConnection connection, RequestExecutor executor, IServiceScopeFactory scopes, ILogger logger)
{
    /// <summary>So many at once are allowed on one connection.</summary>
    public const int Most = 100;

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<CancellationTokenSource, Task> _running = [];
    private readonly ConcurrentDictionary<CancellationTokenSource, Task> _ending = [];

    /// <returns>False where an operation of this id runs already.</returns>
    /// <exception cref="RequestRefused">The payload is no request.</exception>
    public async ValueTask<bool> TryStartAsync(string id, JsonElement? payload)
    {
        if (_byId.ContainsKey(id))
            return false;
        if (_running.Count >= Most)
        {
            await using var refusal = new Refusal(
                ErrorCodes.RequestInvalid, $"{Most} operations run on this connection already: complete one, or open another connection.");
            await connection.SendAsync(SocketMessages.WriteError, (id, (SingleResult)refusal), connection.RequestAborted);
            return true;
        }

        // The message's memory is read over by the next message, hence the copy.
        var request = RequestParameters.Read(payload ?? throw RequestRefused.BadRequest("The message 'subscribe' needs a 'payload'."));
        request = request with { Variables = request.Variables.ValueKind == JsonValueKind.Undefined ? default : request.Variables.Clone() };

        var ended = CancellationTokenSource.CreateLinkedTokenSource(connection.RequestAborted);
        _byId[id] = ended;
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously); // the next message is read meanwhile
        _running[ended] = RunAsync(id, request, ended, begin.Task);
        begin.SetResult();
        return true;
    }

    /// <summary>The client wants no more of it.</summary>
    public void Complete(string id)
    {
        if (!_byId.TryRemove(id, out var ended))
            return;
        try
        {
            ended.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself at the same moment.
        }
    }

    /// <summary>Waits for all of them; the connection is closed.</summary>
    public Task EndAsync() => Task.WhenAll([.. _running.Values, .. _ending.Values]);

    private async Task RunAsync(string id, GraphQLRequest request, CancellationTokenSource ended, Task begin)
    {
        await begin;
        var cancelled = ended.Token;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = new RequestContext(scope.ServiceProvider, connection.HttpContext.User, IsQueryOnly: false, AllowStreams: true, CostReport.None);
            await using var result = await executor.ExecuteAsync(request, context, cancelled);
            await SendAsync(id, result, ended);
        }
        catch (Exception error)
        {
            if (cancelled.IsCancellationRequested || error is OperationCanceledException)
                return;
            Log.OperationFailed(logger, error);
            await connection.CloseAsync("Internal server error", CloseCode.Failed, CancellationToken.None);
        }
        finally
        {
            _byId.TryRemove(KeyValuePair.Create(id, ended));
            _running.TryRemove(ended, out _);
            _ending.TryRemove(ended, out _);
            ended.Dispose();
        }
    }

    private async ValueTask SendAsync(string id, ExecutionResult result, CancellationTokenSource ended)
    {
        var cancelled = ended.Token;
        switch (result)
        {
            case SingleResult { Kind: ResultKind.Executed } single:
                await connection.SendAsync(SocketMessages.WriteNext, (id, single), cancelled);
                await SendEndAsync(id, ended, SocketMessages.WriteComplete, id);
                return;
            case SingleResult refused:
                await SendEndAsync(id, ended, SocketMessages.WriteError, (id, refused));
                return;
            case StreamedResult stream:
                await foreach (var next in stream.Results(cancelled).WithCancellation(cancelled))
                {
                    await using (next)
                        await connection.SendAsync(SocketMessages.WriteNext, (id, next), cancelled);
                }

                await SendEndAsync(id, ended, SocketMessages.WriteComplete, id);
                return;
            default:
                throw new InvalidOperationException($"A request does not end with {result.GetType().Name}.");
        }
    }

    // Who reads that an operation has ended may use its id and its place at once: both are free before that is sent. They are kept until it is its turn to be sent: before, a
    // client may still complete it by its id, and one that reads nothing could begin any number.
    private ValueTask SendEndAsync<TState>(string id, CancellationTokenSource ended, Action<JsonBuffer, TState> write, TState state) =>
        connection.SendAsync(
            (message, end) =>
            {
                if (!_byId.TryRemove(KeyValuePair.Create(id, ended)))
                    return;
                // In this order, so that whoever waits for all finds it in one of them.
                if (_running.TryGetValue(ended, out var running))
                    _ending[ended] = running;
                _running.TryRemove(ended, out _);
                write(message, end);
            },
            state,
            ended.Token);
}
