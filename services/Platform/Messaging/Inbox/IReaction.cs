using Google.Protobuf;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>What a service does when something has happened. Runs in the transaction that remembers the delivery: its effect happens once.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IReaction<in TEvent> where TEvent : IMessage
{
    /// <summary>
    /// Reacts. Save with <c>SaveChangesAsync</c>; events published here join the same transaction. An exception undoes everything and
    /// the event comes again. Events come unordered and may be older than what is known: compare versions.
    /// </summary>
    /// <param name="happened">The event; fields from a newer version are ignored.</param>
    /// <param name="caller">The system itself, in the event's organisation.</param>
    /// <param name="ct">Cancelled when the sidecar gives the delivery up.</param>
    Task Run(TEvent happened, Caller caller, CancellationToken ct);
}
