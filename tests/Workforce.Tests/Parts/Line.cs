namespace Training.Workforce.Tests;

/// <summary>A line of a roster file that is good unless a test says otherwise.</summary>
internal sealed record Line(string Number)
{
    public string Given { get; init; } = "Rosalind";

    public string Family { get; init; } = "Ferrer";

    public string Email { get; init; } = "r.ferrer@cedarvalley.example";

    public string Constituency { get; init; } = "employee";

    public string JobRole { get; init; } = "RN";

    public string Department { get; init; } = "4 West Medical";

    public string Site { get; init; } = "NORTH";

    public string Manager { get; init; } = "";

    public string Exposure { get; init; } = "high";

    public string Ephi { get; init; } = "yes";

    public string HiredOn { get; init; } = "2020-06-01";

    public string Status { get; init; } = "active";

    public string LeftOn { get; init; } = "";

    public const string Header =
        "employee_number|given_name|family_name|email|constituency|job_role|department|site|manager_number|phi_exposure|ephi_access|hired_on|status|left_on";

    public static string File(IEnumerable<Line> lines) => File(lines.Select(line => line.ToString()));

    public static string File(IEnumerable<string> lines) => string.Concat(lines.Prepend(Header).Select(line => line + "\n"));

    /// <summary>So many good lines, numbered from 1001.</summary>
    public static Line[] Many(int count) => [.. Enumerable.Range(1001, count).Select(number => new Line($"{number}"))];

    public override string ToString() => string.Join('|',
        Number, Given, Family, Email, Constituency, JobRole, Department, Site, Manager, Exposure, Ephi, HiredOn, Status, LeftOn);
}
