using Training.Hosting;

namespace Training.Messaging;

/// <summary>A delivery that could not be read, or that the sidecar gave up. Kept whole, so that it can be looked at and retried.</summary>
internal sealed class DeadLetterRow
{
    /// <summary>The event's organisation, or <see cref="OrganisationId.Installation"/> when the envelope names none.</summary>
    public OrganisationId Organisation { get; init; }

    public Guid Id { get; init; }

    public string Source { get; init; } = "";

    public string EventId { get; init; } = "";

    public string Type { get; init; } = "";

    public string Topic { get; init; } = "";

    public string Envelope { get; init; } = "";

    public string Reason { get; set; } = "";

    public long Received { get; init; }

    public long? Resolved { get; set; }
}
