using Training.Gateway.Types;
using Training.Workforce.V1;

namespace Training.Gateway;

/// <summary>What the import of a roster file would do.</summary>
/// <param name="FileHash">SHA-256 of the file's bytes.</param>
/// <param name="Lines">Lines of people in the file.</param>
/// <param name="Added">People who are new.</param>
/// <param name="Changed">People about whom something would change.</param>
/// <param name="Unchanged">People about whom nothing would change.</param>
/// <param name="Left">People who are missing in the file and would have left.</param>
/// <param name="Rehired">People who would have come back.</param>
/// <param name="Rejected">Broken lines, which would change nobody.</param>
/// <param name="LeaversNeedConfirmation">Whether the import would be refused unless confirmedLeavers says how many leave.</param>
/// <param name="Changes">The first 500 people about whom something would change, and what.</param>
/// <param name="Rejects">The first 500 broken lines, and why.</param>
internal sealed record RosterPreviewed(
    string FileHash, int Lines, int Added, int Changed, int Unchanged, int Left, int Rehired, int Rejected, bool LeaversNeedConfirmation,
    IReadOnlyList<RosterPreviewed.Change> Changes, IReadOnlyList<RosterPreviewed.Reject> Rejects)
{
    public static RosterPreviewed Of(RosterPreview preview) => new(
        preview.FileHash.Hex(),
        preview.Counts.Lines, preview.Counts.Added, preview.Counts.Changed, preview.Counts.Unchanged, preview.Counts.Left, preview.Counts.Rehired, preview.Counts.Rejected,
        preview.LeaversNeedConfirmation,
        [.. preview.Changes.Select(change => new Change(
            change.EmployeeNumber, change.Kind.ToString().ToUpperInvariant(), [.. change.Fields.Select(field => new Field(field.Column, field.Before, field.After))]))],
        [.. preview.Rejects.Select(reject => new Reject(reject.Line, reject.EmployeeNumber.OrNull(), reject.Column.OrNull(), reject.Reason))]);

    /// <summary>Somebody about whom something would change.</summary>
    /// <param name="EmployeeNumber">HR's own number.</param>
    /// <param name="Kind">ADDED, CHANGED, LEFT or REHIRED.</param>
    /// <param name="Fields">What would change.</param>
    internal sealed record Change(string EmployeeNumber, string Kind, IReadOnlyList<Field> Fields);

    /// <summary>A value that would change.</summary>
    /// <param name="Column">The file's column.</param>
    /// <param name="Before">As it is; empty where nothing was.</param>
    /// <param name="After">As it would be.</param>
    internal sealed record Field(string Column, string Before, string After);

    /// <summary>A broken line.</summary>
    /// <param name="Line">The file's header is line 1.</param>
    /// <param name="EmployeeNumber">Whose line it is, where it can be read.</param>
    /// <param name="Column">The column, where it is one.</param>
    /// <param name="Reason">What is wrong and what to write instead.</param>
    internal sealed record Reject(int Line, string? EmployeeNumber, string? Column, string Reason);
}
