namespace Training.Scenarios.Tests;

/// <summary>The decision points that the shipped families train, and how good each of their choices is.</summary>
internal static class TrainedDecisions
{
    private const Outcome B = Outcome.Best;
    private const Outcome A = Outcome.Acceptable;
    private const Outcome R = Outcome.Risky;
    private const Outcome V = Outcome.Violation;

    public static readonly IReadOnlyDictionary<string, Outcome[]> All = new Dictionary<string, Outcome[]>
    {
        // Texting: approved app, call back, personal message with name and result, initials only.
        ["T1"] = [B, A, V, R],
        // Verify by directory, ask a colleague in the room, trust the photo.
        ["T2"] = [B, A, V],
        // What treatment needs and the chart on offer, the whole chart by text, refuse everything.
        ["T3"] = [B, R, R],
        // Report at once, delete and hope, ask the recipient to delete and then report.
        ["T4"] = [B, V, A],
        // E-mail: check purpose and send the claim's part, the full record, forward to records.
        ["E1"] = [B, V, A],
        // Confirm, warn, document and send; refuse outright; send without a warning.
        ["E2"] = [B, R, R],
        // Verify against the chart, a test message without patient data, send to the wrong one.
        ["E3"] = [B, A, V],
        // The remote desktop, forward to private mail, a USB stick.
        ["E4"] = [B, V, V],
        // Fax: confirm the number, send with a cover sheet, send.
        ["F1"] = [B, R, V],
        // Return the printout and report, leave it, take it home.
        ["F2"] = [B, R, V],
        // Locked shred bin, ordinary bin, locker for tomorrow.
        ["F3"] = [B, V, R],
        // Take details and report the misdirected fax; thank and hang up.
        ["F4"] = [B, V],
        // Public areas: move or stop, low voice without identifiers, continue.
        ["C1"] = [B, A, V],
        // Check the patient's agreement, give just a little, say that nobody of that name is here.
        ["C2"] = [B, R, R],
        // Decline, confirm the admission, look up the chart to check.
        ["C3"] = [B, V, V],
        // Do not post and report, crop, post.
        ["C4"] = [B, R, V],
        // Remote work: private spot, kitchen with family around, café without the tunnel.
        ["R1"] = [B, R, V],
        // Call IT, log in on an unmanaged computer, e-mail the files to oneself.
        ["R2"] = [B, V, V],
        // Deny and report, ignore, approve.
        ["R3"] = [B, A, V],
        // Report the loss now, search until morning, report when it has been replaced.
        ["R4"] = [B, R, V],
        // Wrong recipient: stop and retrieve, swap quietly.
        ["W1"] = [B, V],
        // The reporting line now, wait for tomorrow's huddle, no need.
        ["W2"] = [B, R, V],
        // Facts to the privacy officer who decides, declare no harm, tell the patient unasked.
        ["W3"] = [B, V, R],
        // Propose a fix and record it, blame the nurse.
        ["W4"] = [B, R],
    };

    /// <summary>P01 to P16 for privacy, S01 to S12 for security.</summary>
    public static readonly IReadOnlySet<string> ViolationCodes =
        Enumerable.Range(1, 16).Select(number => $"P{number:00}").Concat(Enumerable.Range(1, 12).Select(number => $"S{number:00}")).ToHashSet();
}
