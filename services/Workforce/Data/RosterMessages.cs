using Google.Protobuf;
using Training.Workforce.V1;

namespace Training.Workforce;

/// <summary>Roster imports as the contract tells them.</summary>
internal static class RosterMessages
{
    public static RosterHeading ToHeading(this RosterHeader header, TimeProvider clock) => RosterHeading.Of(
        header.FileName,
        PeopleMessages.ParseDate("effective_on", header.EffectiveOn),
        header.ConfirmedLeavers,
        clock.GetUtcNow());

    public static V1.RosterImport ToMessage(this RosterImport import) => new()
    {
        Id = import.Id.ToString(),
        FileName = import.FileName,
        FileHash = ByteString.CopyFrom(import.FileHash),
        EffectiveOn = import.EffectiveOn.ToIso(),
        Imported = import.Imported.ToWire(),
        Counts = import.Counts.ToMessage(),
    };

    public static RosterPreview ToMessage(this RosterForecast forecast) => new()
    {
        Counts = forecast.Outcome.Counts.ToMessage(),
        FileHash = ByteString.CopyFrom(forecast.FileHash),
        Changes = { forecast.Changes.Select(ToMessage) },
        Rejects = { forecast.Outcome.Rejects.Select(ToMessage) },
        LeaversNeedConfirmation = forecast.LeaversNeedConfirmation,
    };

    public static V1.RosterReject ToMessage(this RosterReject reject) =>
        new() { Line = reject.Line, EmployeeNumber = reject.EmployeeNumber, Column = reject.Column, Reason = reject.Reason };

    public static V1.MemberHistoryEntry ToMessage(this MemberHistoryEntry entry) => new()
    {
        Kind = (V1.ChangeKind)entry.Kind,
        EffectiveOn = entry.EffectiveOn.ToIso(),
        Recorded = entry.Recorded.ToWire(),
        ImportId = entry.Import?.ToString() ?? "",
        Member = entry.ToMessage(entry.MemberId),
    };

    private static V1.RosterCounts ToMessage(this RosterCounts counts) => new()
    {
        Lines = counts.Lines,
        Added = counts.Added,
        Changed = counts.Changed,
        Unchanged = counts.Unchanged,
        Left = counts.Left,
        Rehired = counts.Rehired,
        Rejected = counts.Rejected,
    };

    private static V1.MemberChange ToMessage(this ChangeTold change) => new()
    {
        EmployeeNumber = change.EmployeeNumber,
        Kind = (V1.ChangeKind)change.Kind,
        Fields = { change.Columns.Select(column => new FieldChange { Column = column.Column, Before = column.Before, After = column.After }) },
    };
}
