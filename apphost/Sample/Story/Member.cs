namespace Training.AppHost.Sample.Story;

/// <summary>Somebody in the roster.</summary>
internal sealed record Member(
    string Id, Guid Uuid, string EmployeeNumber, string GivenName, string FamilyName, string? Email, Constituency Constituency, string JobRole, string Department,
    string SiteCode, string? ManagerId, PhiExposure PhiExposure, bool EphiAccess, MemberStatus Status)
{
    public string Name => $"{GivenName} {FamilyName}";
}

internal enum Constituency
{
    Employee,
    MedicalStaff,
    Trainee,
    Student,
    Volunteer,
    Agency,
    Contractor,
}

internal enum PhiExposure
{
    None,
    Low,
    Medium,
    High,
    VeryHigh,
}

internal enum MemberStatus
{
    Active,
    OnLeave,
    Left,
}

internal enum Office
{
    Privacy,
    Security,
}
