namespace Training.Runtime.LocalSidecar.Delivery;

/// <summary>Why a subscriber has not taken an event.</summary>
/// <param name="Subscriber">The app id.</param>
/// <param name="Reached">Whether it answered. If not, the same event may well succeed later; if so, the answer will likely be the same.</param>
/// <param name="Status">The HTTP status of its answer, 0 if there was none.</param>
/// <param name="Reason">The whole story, for people.</param>
internal sealed record Failure(string Subscriber, bool Reached, int Status, string Reason)
{
    /// <summary>What a program reads first and a human being next.</summary>
    public override string ToString() =>
        $"[subscriber={Subscriber} reached={(Reached ? "true" : "false")} status={Status}] {Reason}";

    /// <summary>One failure that stands for many: an answered one if there is any, because waiting will not cure it.</summary>
    public static Failure? Summarise(IEnumerable<Failure?> outcomes)
    {
        var failures = outcomes.OfType<Failure>().ToArray();
        if (failures.Length < 2)
            return failures.FirstOrDefault();
        var first = failures.FirstOrDefault(f => f.Reached) ?? failures[0];
        return first with { Reason = string.Join("; ", failures.Select(f => f.Reason)) };
    }
}
