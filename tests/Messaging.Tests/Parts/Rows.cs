using Google.Protobuf;
using Training.Hosting;
using Training.Reference.V1;

namespace Training.Messaging.Tests;

/// <summary>Rows that take long to come about by themselves.</summary>
internal static class Rows
{
    private static readonly long AYear = TimeSpan.FromDays(365).ToMicroseconds();

    public static OutboxRow Parked(OrganisationId organisation) => Outgoing(organisation, parked: true, sent: false);

    /// <summary>One whose next attempt is a year away.</summary>
    public static OutboxRow Waiting(OrganisationId organisation) => Outgoing(organisation, parked: false, sent: false);

    public static OutboxRow Sent(OrganisationId organisation) => Outgoing(organisation, parked: false, sent: true);

    public static DeadLetterRow DeadLetter(OrganisationId organisation, string? envelope = null)
    {
        var id = Guid.CreateVersion7();
        return new DeadLetterRow
        {
            Organisation = organisation,
            Id = id,
            Source = "somebody",
            EventId = id.ToString(),
            Type = SuggestionMade.Descriptor.FullName,
            Topic = "training.reference.v1",
            Envelope = envelope ?? "{",
            Reason = "The body is not JSON.",
            Received = TimeProvider.System.Microseconds(),
        };
    }

    /// <summary>A whole CloudEvent that the reference service reacts to.</summary>
    public static string SuggestionMadeEnvelope(OrganisationId organisation, string id) => $$$"""
        {"specversion":"1.0","id":"{{{id}}}","source":"somebody","type":"{{{SuggestionMade.Descriptor.FullName}}}","topic":"training.reference.v1",
         "{{{EventEnvelope.OrganisationAttribute}}}":"{{{organisation}}}","datacontenttype":"application/json","data":{"suggestionId":"{{{id}}}","text":"Late"}}
        """;

    private static OutboxRow Outgoing(OrganisationId organisation, bool parked, bool sent)
    {
        var now = TimeProvider.System.Microseconds();
        return new OutboxRow
        {
            Organisation = organisation,
            Id = Guid.CreateVersion7(),
            Topic = "training.reference.v1",
            Type = SuggestionMade.Descriptor.FullName,
            Payload = JsonFormatter.Default.Format(new SuggestionMade { Text = "Kept" }),
            Created = now,
            Attempts = parked ? 12 : 0,
            NextAttempt = now + AYear,
            LastError = parked ? "refused" : null,
            Parked = parked,
            Sent = sent ? now : null,
        };
    }
}
