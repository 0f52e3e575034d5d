namespace Training.Workforce;

/// <summary>A line that could be read: who it tells of, whom it names as their manager, and what they are to be.</summary>
/// <param name="Line">In the file; the header is line 1.</param>
/// <param name="ManagerNumber">The manager's employee number; empty at the top.</param>
/// <param name="Told">All that the line tells; without id, manager and version.</param>
internal sealed record RosterLine(int Line, string ManagerNumber, Member Told)
{
    public string EmployeeNumber => Told.EmployeeNumber;
}
