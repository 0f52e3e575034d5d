namespace Training.Workforce;

/// <summary>What a file would make of a roster.</summary>
/// <param name="Changes">In the file's order, those who are missing in it at the end.</param>
/// <param name="Rejects">In the file's order.</param>
/// <param name="Counts">Of all.</param>
/// <param name="Present">How many people were on the roster before.</param>
internal sealed record RosterOutcome(IReadOnlyList<MemberChange> Changes, IReadOnlyList<RosterReject> Rejects, RosterCounts Counts, int Present);
