using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Training.Hosting.Tests;

/// <summary>Answers with what it knows about the caller, fails on request, and waits until the test lets it go.</summary>
internal sealed class DoorsService : Doors.DoorsBase
{
    private int _waiting;

    /// <summary>How many calls wait now.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Completed by the test to let waiting calls go.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Task<Answer> Employee(Knock request, ServerCallContext context) => Open(request, context);

    public override Task<Answer> Manager(IAsyncStreamReader<Knock> requestStream, ServerCallContext context) => Open(requestStream, context);

    public override Task Hr(Knock request, IServerStreamWriter<Answer> responseStream, ServerCallContext context) => Open(request, responseStream, context);

    public override Task PrivacyOfficer(IAsyncStreamReader<Knock> requestStream, IServerStreamWriter<Answer> responseStream, ServerCallContext context) => Open(requestStream, responseStream, context);

    public override Task<Answer> SecurityOfficer(Knock request, ServerCallContext context) => Open(request, context);

    public override Task<Answer> Reviewer(IAsyncStreamReader<Knock> requestStream, ServerCallContext context) => Open(requestStream, context);

    public override Task Auditor(Knock request, IServerStreamWriter<Answer> responseStream, ServerCallContext context) => Open(request, responseStream, context);

    public override Task Integration(IAsyncStreamReader<Knock> requestStream, IServerStreamWriter<Answer> responseStream, ServerCallContext context) => Open(requestStream, responseStream, context);

    public override Task<Answer> Operator(Knock request, ServerCallContext context) => Open(request, context);

    public override Task<Answer> Officers(Knock request, ServerCallContext context) => Open(request, context);

    public override Task<Answer> Nobody(Knock request, ServerCallContext context) => Open(request, context);

    public override Task<Answer> NobodyUp(IAsyncStreamReader<Knock> requestStream, ServerCallContext context) => Open(requestStream, context);

    public override Task NobodyDown(Knock request, IServerStreamWriter<Answer> responseStream, ServerCallContext context) => Open(request, responseStream, context);

    public override Task NobodyBothWays(IAsyncStreamReader<Knock> requestStream, IServerStreamWriter<Answer> responseStream, ServerCallContext context) => Open(requestStream, responseStream, context);

    public override Task<Answer> Unspecified(Knock request, ServerCallContext context) => Open(request, context);

    private async Task<Answer> Open(IAsyncStreamReader<Knock> knocks, ServerCallContext context)
    {
        var last = new Knock();
        while (await knocks.MoveNext(context.CancellationToken))
            last = knocks.Current;
        return await Open(last, context);
    }

    private async Task Open(Knock knock, IServerStreamWriter<Answer> answers, ServerCallContext context) =>
        await answers.WriteAsync(await Open(knock, context));

    private async Task Open(IAsyncStreamReader<Knock> knocks, IServerStreamWriter<Answer> answers, ServerCallContext context)
    {
        await foreach (var knock in knocks.ReadAllAsync(context.CancellationToken))
            await answers.WriteAsync(await Open(knock, context));
    }

    private async Task<Answer> Open(Knock knock, ServerCallContext context)
    {
        if (knock.FailWith.Length > 0)
            throw Failures.Named(knock.FailWith);
        if (knock.Wait)
            await Wait(context.CancellationToken);

        var caller = context.GetCaller();
        return new Answer
        {
            Organisation = caller.Organisation.ToString(),
            Member = caller.Member?.ToString() ?? "",
            Account = caller.Account,
            Roles = { caller.Roles.Order() },
            Action = context.GetHttpContext().RequestServices.GetRequiredService<CurrentCall>().Action,
        };
    }

    private async Task Wait(CancellationToken ct)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await Gate.Task.WaitAsync(ct);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
