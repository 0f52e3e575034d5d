using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>Keeps what comes on the service's dead-letter topic: whole, once, with the reason.</summary>
internal sealed class DeadLetterBox(IServiceScopeFactory scopes, EventRoutes routes, MessagingMetrics metrics, TimeProvider clock, ILogger<DeadLetterBox> log)
{
    private const int LongestEnvelope = 1024 * 1024;

    public async Task<DeliveryOutcome> KeepAsync(ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var row = Read(body);
        await using var scope = scopes.CreateAsyncScope();
        var caller = new Caller(row.Organisation, Member: null, nameof(DeadLetterBox), Roles: new HashSet<Contracts.Role>());
        scope.ServiceProvider.GetRequiredService<CurrentCall>().Begin(caller, $"keep the dead letter {row.EventId} of {row.Source}");
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        if (await db.Set<DeadLetterRow>().AnyAsync(d => d.Source == row.Source && d.EventId == row.EventId && d.Topic == row.Topic, ct))
            return DeliveryOutcome.Done;
        db.Add(row);
        db.Note($"DeadLetter/{row.Id}", row.Reason);
        await db.SaveChangesAsync(ct);
        metrics.DeadLetter();
        log.DeadLetterKept(row.Topic, row.Reason);
        return DeliveryOutcome.Done;
    }

    private DeadLetterRow Read(ReadOnlyMemory<byte> body)
    {
        var envelope = EventEnvelope.Read(body, out var unreadable);
        var now = clock.GetUtcNow();
        var text = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, LongestEnvelope)]).Replace("\0", "");
        return new DeadLetterRow
        {
            Organisation = envelope?.Organisation ?? unreadable!.Organisation ?? OrganisationId.Installation,
            Id = Guid.CreateVersion7(now),
            Source = envelope?.Source ?? unreadable!.Source,
            // What has no id is told apart by nothing: each such delivery is kept.
            EventId = envelope?.Id ?? (unreadable!.Id != "" ? unreadable.Id : Guid.CreateVersion7(now).ToString()),
            Type = envelope?.Type ?? unreadable!.Type,
            Topic = envelope?.Topic ?? "",
            Envelope = text,
            Reason = unreadable?.Reason ?? WhyNot(envelope!),
            Received = now.ToMicroseconds(),
        };
    }

    private string WhyNot(EventEnvelope envelope)
    {
        foreach (var route in routes.For(envelope.Type))
        {
            try
            {
                route.Parse(envelope.Data);
            }
            catch (Exception e) when (e is Google.Protobuf.InvalidJsonException or Google.Protobuf.InvalidProtocolBufferException)
            {
                return e.Message;
            }
        }
        return "The sidecar gave the delivery up.";
    }
}
