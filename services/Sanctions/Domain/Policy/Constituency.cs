namespace Training.Sanctions;

/// <summary>What somebody is to the organisation: each constituency has its own schedule of measures.</summary>
internal enum Constituency
{
    Employee = 1,
    MedicalStaff,
    Trainee,
    Student,
    Volunteer,
    Agency,
    Contractor,
}
