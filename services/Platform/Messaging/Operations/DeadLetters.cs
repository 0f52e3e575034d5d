using System.Text;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Operations.V1;

namespace Training.Messaging;

/// <summary>The organisation has no such dead letter.</summary>
public sealed class DeadLetterNotFound(string id)
    : DomainError(ErrorKind.NotFound, $"There is no dead letter {id}. List them with ListDeadLetters.");

/// <summary>The dead letter still cannot be read or acted on.</summary>
public sealed class DeadLetterStillFails(string id, string reason)
    : DomainError(ErrorKind.NotNow, $"The dead letter {id} still fails ({reason}). Mend the cause, often a newer version of this service, and retry.");

/// <summary>What an operator sees of the dead letters, and the way back into the inbox.</summary>
internal sealed class DeadLetters(ServiceDb db, EventInbox inbox)
{
    public async Task<ListDeadLettersResponse> List(ListDeadLettersRequest request, CancellationToken ct)
    {
        var size = Paging.Size(request.PageSize);
        var after = Paging.After(request.PageToken);
        var rows = await db.Set<DeadLetterRow>().AsNoTracking()
            .Where(d => d.Id > after).OrderBy(d => d.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListDeadLettersResponse { NextPageToken = Paging.Next(rows, size, d => d.Id) };
        response.DeadLetters.AddRange(rows.Select(ToMessage));
        return response;
    }

    public async Task<RetryDeadLetterResponse> Retry(RetryDeadLetterRequest request, CancellationToken ct)
    {
        var id = TypedId.Parse<EventId>("id", request.Id).Value;
        var letter = await db.Set<DeadLetterRow>().SingleOrDefaultAsync(d => d.Id == id, ct) ?? throw new DeadLetterNotFound(request.Id);
        if (letter.Resolved is null)
        {
            // The reactions run in transactions of their own, before this one is open: each of them is once, by the inbox.
            var outcome = await inbox.DeliverAsync(Encoding.UTF8.GetBytes(letter.Envelope), ct);
            if (outcome != DeliveryOutcome.Done)
                throw new DeadLetterStillFails(request.Id, outcome == DeliveryOutcome.Unreadable ? letter.Reason : "a reaction failed, see the log");
            letter.Resolved = db.Scope.Clock.Microseconds();
            db.Note($"DeadLetter/{letter.Id}", "retried");
            await db.SaveChangesAsync(ct);
        }
        return new RetryDeadLetterResponse { DeadLetter = ToMessage(letter) };
    }

    private static DeadLetter ToMessage(DeadLetterRow row)
    {
        var letter = new DeadLetter
        {
            Id = row.Id.ToString(),
            EventSource = row.Source,
            EventId = row.EventId,
            Type = row.Type,
            Topic = row.Topic,
            Received = Instants.FromMicroseconds(row.Received).ToTimestamp(),
            Envelope = row.Envelope,
            Reason = row.Reason,
        };
        if (row.Resolved is { } resolved)
            letter.Resolved = Instants.FromMicroseconds(resolved).ToTimestamp();
        return letter;
    }
}
