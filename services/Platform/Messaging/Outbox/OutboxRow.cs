using Training.Hosting;

namespace Training.Messaging;

/// <summary>An event that was decided and must be handed over. Written in the deciding transaction, kept until it is delivered.</summary>
internal sealed class OutboxRow
{
    public OrganisationId Organisation { get; init; }

    /// <summary>UUIDv7; the CloudEvent's id.</summary>
    public Guid Id { get; init; }

    public string Topic { get; init; } = "";

    /// <summary>The CloudEvent's type: the message's full proto name.</summary>
    public string Type { get; init; } = "";

    /// <summary>The event as proto JSON.</summary>
    public string Payload { get; init; } = "";

    public string? TraceParent { get; init; }

    public long Created { get; init; }

    /// <summary>Answered failures so far.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is due: now, after a back-off, or when the lease of the relay that has it runs out.</summary>
    public long NextAttempt { get; init; }

    public string? LastError { get; init; }

    /// <summary>Given up after too many answered failures; an operator's retry sets it back.</summary>
    public bool Parked { get; init; }

    public Guid? LeaseOwner { get; init; }

    public long? Sent { get; init; }
}
