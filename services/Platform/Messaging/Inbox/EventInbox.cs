using System.Diagnostics;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>What became of a delivery.</summary>
internal enum DeliveryOutcome
{
    /// <summary>Every reaction has taken effect, now or before, or the service does not care for the event.</summary>
    Done,

    /// <summary>A reaction failed; what it did is undone. Deliver again.</summary>
    Failed,

    /// <summary>It can never be read. To the dead letters.</summary>
    Unreadable,
}

/// <summary>Runs the reactions to a delivered event, each once: inbox row, effect and what the effect publishes are one transaction.</summary>
internal sealed class EventInbox(IServiceScopeFactory scopes, EventRoutes routes, MessagingMetrics metrics, TimeProvider clock, ILogger<EventInbox> log)
{
    public static readonly ActivitySource Activities = new("Training.Messaging");

    public async Task<DeliveryOutcome> DeliverAsync(ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var envelope = EventEnvelope.Read(body, out var unreadable);
        if (envelope is null)
        {
            log.EventUnreadable(unreadable!.Id, unreadable.Source, unreadable.Type, unreadable.Reason);
            return DeliveryOutcome.Unreadable;
        }
        return await DeliverAsync(envelope, ct);
    }

    public async Task<DeliveryOutcome> DeliverAsync(EventEnvelope envelope, CancellationToken ct)
    {
        foreach (var route in routes.For(envelope.Type))
        {
            IMessage happened;
            try
            {
                happened = route.Parse(envelope.Data);
            }
            catch (Exception e) when (e is InvalidJsonException or InvalidProtocolBufferException)
            {
                log.EventUnreadable(envelope.Id, envelope.Source, envelope.Type, e.Message);
                return DeliveryOutcome.Unreadable;
            }
            try
            {
                await ReactAsync(route, happened, envelope, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.ReactionFailed(e, route.Consumer, envelope.Id, envelope.Source);
                return DeliveryOutcome.Failed;
            }
        }
        return DeliveryOutcome.Done;
    }

    private async Task ReactAsync(EventRoute route, IMessage happened, EventEnvelope envelope, CancellationToken ct)
    {
        using var activity = Activities.StartActivity(route.Consumer, ActivityKind.Consumer, envelope.TraceParent);
        await using var scope = scopes.CreateAsyncScope();
        var caller = new Caller(envelope.Organisation, Member: null, route.Consumer, Roles: new HashSet<Contracts.Role>());
        scope.ServiceProvider.GetRequiredService<CurrentCall>().Begin(caller, $"{route.Consumer} on {envelope.Type} {envelope.Id}");
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        db.Work.Hold();
        try
        {
            await db.Work.BeginAsync(ct);
            if (!await TakeInAsync(db, route, envelope, ct))
            {
                metrics.Duplicate();
                return;
            }
            await route.RunAsync(scope.ServiceProvider, happened, caller, ct);
            await db.Work.CommitAsync(ct);
            metrics.Handled();
        }
        finally
        {
            await db.Work.RollBackAsync();
        }
    }

    private async Task<bool> TakeInAsync(ServiceDb db, EventRoute route, EventEnvelope envelope, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO inbox (organisation, source, event_id, consumer, handled)
            VALUES ({envelope.Organisation.Value}, {envelope.Source}, {envelope.Id}, {route.Consumer}, {clock.Microseconds()})
            ON CONFLICT DO NOTHING
            """, ct) == 1;
}
