using Training.Hosting;

namespace Training.Messaging;

/// <summary>
/// Says that a consumer has taken an event in. Its key makes the second delivery harmless. Kept for ever: a subscriber that
/// is away for months makes the publisher offer the event to the others again and again.
/// </summary>
internal sealed class InboxRow
{
    public OrganisationId Organisation { get; init; }

    public string Source { get; init; } = "";

    public string EventId { get; init; } = "";

    public string Consumer { get; init; } = "";

    public long Handled { get; init; }
}
