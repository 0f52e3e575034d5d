namespace Training.Messaging;

/// <summary>What a use case says its change is about, and why.</summary>
internal sealed record AuditNote(string Subject, string Why);
