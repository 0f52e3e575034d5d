namespace Training.Workforce;

// The numbers are the contract's: a test holds them together.
internal enum Constituency
{
    Employee = 1,
    MedicalStaff = 2,
    Trainee = 3,
    Student = 4,
    Volunteer = 5,
    Agency = 6,
    Contractor = 7,
}

internal enum PhiExposure
{
    None = 1,
    Low = 2,
    Medium = 3,
    High = 4,
    VeryHigh = 5,
}

internal enum MemberStatus
{
    Active = 1,
    OnLeave = 2,
    Left = 3,
}

internal enum ChangeKind
{
    Added = 1,
    Changed = 2,
    Left = 3,
    Rehired = 4,
}

internal enum Office
{
    Privacy = 1,
    Security = 2,
}
