namespace Training.Runtime.LocalSidecar.Events;

/// <summary>Where events come from and go to: what all events of one request have in common.</summary>
internal sealed record Publication(
    string PubSub, string Topic, string Source, string TraceParent, string TraceState, TimeProvider Clock)
{
    public const string NoTrace = "00-00000000000000000000000000000000-0000000000000000-00";
}
