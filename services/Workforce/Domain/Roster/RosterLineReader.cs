using NodaTime;

namespace Training.Workforce;

/// <summary>Reads one line against what the organisation registered.</summary>
/// <param name="zones">The time zone of each site.</param>
/// <param name="jobRoles">The registered codes.</param>
/// <param name="effectiveOn">The day whose state the file tells.</param>
internal sealed class RosterLineReader(IReadOnlyDictionary<string, string> zones, IReadOnlySet<string> jobRoles, LocalDate effectiveOn)
{
    /// <summary>The line, or why it is refused.</summary>
    /// <param name="line">Its number in the file.</param>
    /// <param name="values">In the order of <see cref="RosterColumns.All"/>.</param>
    public (RosterLine? Read, RosterReject? Refused) Read(int line, string[] values)
    {
        var fields = new LineFields(values);
        var told = new Member
        {
            EmployeeNumber = fields.Number(RosterColumns.EmployeeNumber, required: true),
            GivenName = fields.Name(RosterColumns.GivenName, required: false),
            FamilyName = fields.Name(RosterColumns.FamilyName, required: true),
            Email = fields.Email(RosterColumns.Email),
            Constituency = fields.Word(RosterColumns.Constituency, RosterWords.Constituencies),
            JobRole = fields.Code(RosterColumns.JobRole, jobRoles.Contains, "job role"),
            Department = fields.Name(RosterColumns.Department, required: true),
            Site = fields.Code(RosterColumns.Site, zones.ContainsKey, "site"),
            TimeZone = zones.GetValueOrDefault(fields[RosterColumns.Site], ""),
            PhiExposure = fields.Word(RosterColumns.PhiExposure, RosterWords.Exposures),
            EphiAccess = fields.Word(RosterColumns.EphiAccess, RosterWords.YesOrNo),
            HiredOn = HiredOn(fields),
            Status = fields.Word(RosterColumns.Status, RosterWords.Statuses),
        };
        var manager = fields.Number(RosterColumns.ManagerNumber, required: false);
        told = told with { LeftOn = LeftOn(fields, told) };
        return fields.Fault is null ? (new RosterLine(line, manager, told), null) : (null, Refused(line, told.EmployeeNumber, fields.Fault.Value));
    }

    public static RosterReject WrongLength(int line, string employeeNumber, int has, int expected) =>
        Refused(line, employeeNumber, ("", $"The line has {has} values where the header has {expected}. Check for a missing or additional '|'."));

    private static RosterReject Refused(int line, string employeeNumber, (string Column, string Reason) fault) => new()
    {
        Line = line,
        EmployeeNumber = LineFields.IsNumber(employeeNumber) ? employeeNumber : "",
        Column = fault.Column,
        Reason = fault.Reason.Length <= RosterReject.LongestReason ? fault.Reason : fault.Reason[..RosterReject.LongestReason],
    };

    private LocalDate HiredOn(LineFields fields)
    {
        var hiredOn = fields.Date(RosterColumns.HiredOn);
        if (hiredOn is null)
            fields.Refuse(RosterColumns.HiredOn, "Give the day on which the present or last employment began, as an ISO date such as 2026-03-31.");
        else if (hiredOn > effectiveOn)
            fields.Refuse(RosterColumns.HiredOn, $"{hiredOn:uuuu-MM-dd} is after the file's own date. Send the line from the first day of work on.");
        return hiredOn.GetValueOrDefault();
    }

    private LocalDate? LeftOn(LineFields fields, Member told)
    {
        var leftOn = fields.Date(RosterColumns.LeftOn);
        if (told.HasLeft && leftOn is null)
            fields.Refuse(RosterColumns.LeftOn, "Give the last day of work of somebody whose status is left.");
        else if (!told.HasLeft && leftOn is not null)
            fields.Refuse(RosterColumns.LeftOn, "Leave it empty, or say left as the status.");
        else if (leftOn < told.HiredOn)
            fields.Refuse(RosterColumns.LeftOn, $"{leftOn:uuuu-MM-dd} is before the day of hire, {told.HiredOn:uuuu-MM-dd}. Correct one of them.");
        else if (leftOn >= effectiveOn)
            fields.Refuse(RosterColumns.LeftOn, $"{leftOn:uuuu-MM-dd} is not past on the file's own date. Say active until the last day of work is over.");
        return leftOn;
    }
}
