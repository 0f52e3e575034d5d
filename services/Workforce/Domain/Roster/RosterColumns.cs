namespace Training.Workforce;

/// <summary>The columns of HR's file; content/sample/README.md says what stands in them.</summary>
internal static class RosterColumns
{
    public const string EmployeeNumber = "employee_number";
    public const string GivenName = "given_name";
    public const string FamilyName = "family_name";
    public const string Email = "email";
    public const string Constituency = "constituency";
    public const string JobRole = "job_role";
    public const string Department = "department";
    public const string Site = "site";
    public const string ManagerNumber = "manager_number";
    public const string PhiExposure = "phi_exposure";
    public const string EphiAccess = "ephi_access";
    public const string HiredOn = "hired_on";
    public const string Status = "status";
    public const string LeftOn = "left_on";

    public static readonly string[] All =
    [
        EmployeeNumber, GivenName, FamilyName, Email, Constituency, JobRole, Department, Site, ManagerNumber, PhiExposure, EphiAccess, HiredOn, Status, LeftOn,
    ];

    /// <summary>Where the file's header has each column of <see cref="All"/>; other columns are not looked at.</summary>
    /// <exception cref="RosterColumnsMissing">A column is missing; so are all when the file is divided otherwise.</exception>
    /// <exception cref="RosterColumnNamedTwice">Nobody could tell which one counts.</exception>
    public static int[] Find(IReadOnlyList<string> header)
    {
        if (header.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1 && All.Contains(group.Key)) is { } twice)
            throw new RosterColumnNamedTwice(twice.Key);
        var missing = All.Except(header).ToList();
        if (missing.Count > 0)
            throw new RosterColumnsMissing(missing.Count == 1 ? $"the column {missing[0]}" : $"the columns {string.Join(", ", missing)}");
        var names = header.ToList();
        return [.. All.Select(name => names.IndexOf(name))];
    }
}
