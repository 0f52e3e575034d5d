using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Operations.V1;

namespace Training.Messaging;

/// <summary>More entries were named at once than a page shows.</summary>
public sealed class TooManyIds(int given)
    : DomainError(ErrorKind.Invalid, $"{given} ids are too many for one retry. Give at most {Paging.Largest}, or none to retry every parked entry.");

/// <summary>What an operator sees of the outbox, and the way back for what was parked.</summary>
internal sealed class OutboxEntries(ServiceDb db)
{
    public async Task<ListOutboxResponse> List(ListOutboxRequest request, CancellationToken ct)
    {
        var size = Paging.Size(request.PageSize);
        var after = Paging.After(request.PageToken);
        var rows = await db.Set<OutboxRow>().AsNoTracking()
            .Where(r => r.Id > after && r.Sent == null && (!request.OnlyParked || r.Parked))
            .OrderBy(r => r.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListOutboxResponse { NextPageToken = Paging.Next(rows, size, r => r.Id) };
        response.Entries.AddRange(rows.Select(ToMessage));
        return response;
    }

    public async Task<RetryOutboxResponse> Retry(RetryOutboxRequest request, CancellationToken ct)
    {
        if (request.Ids.Count > Paging.Largest)
            throw new TooManyIds(request.Ids.Count);
        var ids = request.Ids.Select(id => TypedId.Parse<EventId>("ids", id).Value).ToArray();
        await db.BeginAsync(ct);
        var now = db.Scope.Clock.Microseconds();
        var retried = await db.Set<OutboxRow>().Where(r => r.Parked && (ids.Length == 0 || ids.Contains(r.Id)))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Parked, false).SetProperty(r => r.Attempts, 0).SetProperty(r => r.NextAttempt, now), ct);
        db.Note("Outbox", $"{retried} parked events retried");
        await db.SaveChangesAsync(ct);
        return new RetryOutboxResponse { Retried = retried };
    }

    private static OutboxEntry ToMessage(OutboxRow row) => new()
    {
        Id = row.Id.ToString(),
        Topic = row.Topic,
        Type = row.Type,
        Created = Instants.FromMicroseconds(row.Created).ToTimestamp(),
        Attempts = row.Attempts,
        NextAttempt = Instants.FromMicroseconds(row.NextAttempt).ToTimestamp(),
        LastError = row.LastError ?? "",
        Parked = row.Parked,
    };
}

/// <summary>A CloudEvent's id.</summary>
internal readonly record struct EventId(Guid Value) : ITypedId<EventId>
{
    public static EventId From(Guid value) => new(value);
}
