using System.Diagnostics.Metrics;

namespace Training.Messaging;

/// <summary>What the exporter sees of the messages: meter <c>Training.Messaging</c>.</summary>
internal sealed class MessagingMetrics
{
    public const string MeterName = "Training.Messaging";

    private readonly Counter<long> _published;
    private readonly Counter<long> _parked;
    private readonly Counter<long> _handled;
    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _deadLetters;

    public MessagingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _published = meter.CreateCounter<long>("training.outbox.published", "{event}", "Events handed over.");
        _parked = meter.CreateCounter<long>("training.outbox.parked", "{event}", "Events given up after too many answered failures.");
        _handled = meter.CreateCounter<long>("training.inbox.handled", "{event}", "Reactions that took effect.");
        _duplicates = meter.CreateCounter<long>("training.inbox.duplicates", "{event}", "Deliveries that had taken effect before.");
        _deadLetters = meter.CreateCounter<long>("training.dead_letters", "{event}", "Deliveries kept as dead letters.");
    }

    public void Published(long count) => _published.Add(count);

    public void Parked(long count) => _parked.Add(count);

    public void Handled() => _handled.Add(1);

    public void Duplicate() => _duplicates.Add(1);

    public void DeadLetter() => _deadLetters.Add(1);
}
