using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>Keeps what comes on the service's dead-letter topic: whole, once, with the reason.</summary>
internal sealed class DeadLetterBox(IServiceScopeFactory scopes, EventRoutes routes, MessagingMetrics metrics, TimeProvider clock, ILogger<DeadLetterBox> log)
{
    public async Task<DeliveryOutcome> KeepAsync(ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var row = Read(body);
        await using var scope = scopes.CreateAsyncScope();
        var caller = new Caller(row.Organisation, Member: null, nameof(DeadLetterBox), Roles: new HashSet<Contracts.Role>());
        scope.ServiceProvider.GetRequiredService<CurrentCall>().Begin(caller, $"keep the dead letter {row.EventId} of {row.Source}");
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        if (await IsKeptAsync(db, row, ct))
            return DeliveryOutcome.Done;
        db.Add(row);
        db.Note($"DeadLetter/{row.Id}", row.Reason);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            if (await IsKeptAsync(db, row, ct))
                return DeliveryOutcome.Done;
            throw;
        }
        metrics.DeadLetter();
        log.DeadLetterKept(row.Topic, row.Reason);
        return DeliveryOutcome.Done;
    }

    private static Task<bool> IsKeptAsync(ServiceDb db, DeadLetterRow row, CancellationToken ct) =>
        db.Set<DeadLetterRow>().AnyAsync(d => d.Source == row.Source && d.EventId == row.EventId && d.Topic == row.Topic, ct);

    private DeadLetterRow Read(ReadOnlyMemory<byte> body)
    {
        var envelope = EventEnvelope.Read(body, out var unreadable);
        var now = clock.GetUtcNow();
        var text = Encoding.UTF8.GetString(body.Span).Replace("\0", "");
        return new DeadLetterRow
        {
            Organisation = envelope?.Organisation ?? unreadable!.Organisation ?? OrganisationId.Installation,
            Id = Guid.CreateVersion7(now),
            Source = envelope?.Source ?? unreadable!.Source,
            // What has no id is told apart by all that it says.
            EventId = envelope?.Id ?? (unreadable!.Id != "" ? unreadable.Id : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(body.Span))}"),
            Type = envelope?.Type ?? unreadable!.Type,
            Topic = envelope?.Topic ?? unreadable!.Topic,
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
