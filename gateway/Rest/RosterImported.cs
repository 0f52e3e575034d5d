using Training.Workforce.V1;

namespace Training.Gateway;

/// <summary>What the import of a roster file did.</summary>
/// <param name="Id">The import.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="EffectiveOn">From when its state holds.</param>
/// <param name="Imported">When it was imported.</param>
/// <param name="Lines">Lines of people in the file.</param>
/// <param name="Added">People who are new.</param>
/// <param name="Changed">People about whom something changed.</param>
/// <param name="Unchanged">People about whom nothing changed.</param>
/// <param name="Left">People who are missing in the file and have left.</param>
/// <param name="Rehired">People who have come back.</param>
/// <param name="Rejected">Broken lines, which changed nobody.</param>
internal sealed record RosterImported(
    string Id, string FileName, string EffectiveOn, DateTimeOffset Imported,
    int Lines, int Added, int Changed, int Unchanged, int Left, int Rehired, int Rejected)
{
    public static RosterImported Of(RosterImport import) => new(
        import.Id, import.FileName, import.EffectiveOn, import.Imported.ToDateTimeOffset(),
        import.Counts.Lines, import.Counts.Added, import.Counts.Changed, import.Counts.Unchanged, import.Counts.Left, import.Counts.Rehired, import.Counts.Rejected);
}
