using Training.Hosting;

namespace Training.Workforce;

/// <summary>A line that changes nobody, and why.</summary>
internal sealed record RosterReject
{
    public const int LongestReason = 500;

    public OrganisationId Organisation { get; init; }

    public RosterImportId Import { get; init; }

    public int Line { get; init; }

    /// <summary>Whom the line tells of, as far as that can be said.</summary>
    public string EmployeeNumber { get; init; } = "";

    /// <summary>The first column that is wrong; empty when the line as a whole is.</summary>
    public string Column { get; init; } = "";

    public string Reason { get; init; } = "";

    public static RosterReject Of(RosterLine line, string column, string reason) =>
        new() { Line = line.Line, EmployeeNumber = line.EmployeeNumber, Column = column, Reason = reason };
}
