namespace Training.Curricula;

internal enum Strand
{
    Privacy = 1,
    Security = 2,
    Crossover = 3,
}

internal enum CurriculumState
{
    Proposed = 1,
    Published = 2,
    Declined = 3,
    Superseded = 4,
}

internal enum CitationStatus
{
    Verified = 1,
    Partly = 2,
    Policy = 3,
}

internal enum Office
{
    Privacy = 1,
    Security = 2,
}

internal enum PhiExposure
{
    None = 1,
    Low = 2,
    Medium = 3,
    High = 4,
    VeryHigh = 5,
}

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
