namespace Training.Gateway.Types;

/// <summary>What somebody is to the organisation (45 CFR 160.103, workforce). Paid or not, all are trained.</summary>
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

/// <summary>How much protected health information somebody meets in their work.</summary>
internal enum PhiExposure
{
    None = 1,

    Low = 2,

    Medium = 3,

    High = 4,

    VeryHigh = 5,
}

/// <summary>Whether somebody works here.</summary>
internal enum MemberStatus
{
    Active = 1,

    /// <summary>Away for a while, such as on parental leave.</summary>
    OnLeave = 2,

    /// <summary>Works here no more. Kept nevertheless: evidence outlives employment.</summary>
    Left = 3,
}

/// <summary>The two offices that HIPAA asks an organisation to designate.</summary>
internal enum Office
{
    /// <summary>The privacy official, 45 CFR 164.530(a).</summary>
    Privacy = 1,

    /// <summary>The security official, 45 CFR 164.308(a)(2).</summary>
    Security = 2,
}

/// <summary>What happened to somebody in the roster.</summary>
internal enum ChangeKind
{
    Added = 1,

    Changed = 2,

    Left = 3,

    Rehired = 4,
}
