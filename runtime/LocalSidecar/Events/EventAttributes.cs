namespace Training.Runtime.LocalSidecar.Events;

/// <summary>What delivery needs to know of an event.</summary>
internal sealed record EventAttributes(string? TraceParent, string? TraceState, DateTimeOffset? Expires);
