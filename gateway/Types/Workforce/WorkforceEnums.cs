namespace Training.Gateway.Types;

/// <summary>What somebody is to the organisation (45 CFR 160.103, workforce). Paid or not, all are trained.</summary>
internal enum Constituency
{
    /// <summary>On the payroll.</summary>
    Employee = 1,

    /// <summary>Physicians and others with privileges.</summary>
    MedicalStaff = 2,

    /// <summary>Residents and fellows.</summary>
    Trainee = 3,

    /// <summary>On placement from a school.</summary>
    Student = 4,

    /// <summary>Unpaid.</summary>
    Volunteer = 5,

    /// <summary>Sent by an agency.</summary>
    Agency = 6,

    /// <summary>Of another company, under the organisation's direct control.</summary>
    Contractor = 7,
}

/// <summary>How much protected health information somebody meets in their work.</summary>
internal enum PhiExposure
{
    /// <summary>Meets none.</summary>
    None = 1,

    /// <summary>Meets it by the way.</summary>
    Low = 2,

    /// <summary>Meets some of it.</summary>
    Medium = 3,

    /// <summary>Works with it.</summary>
    High = 4,

    /// <summary>Can reach nearly all of it.</summary>
    VeryHigh = 5,
}

/// <summary>Whether somebody works here.</summary>
internal enum MemberStatus
{
    /// <summary>Works here.</summary>
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
    /// <summary>Joined the roster.</summary>
    Added = 1,

    /// <summary>Something in their line changed.</summary>
    Changed = 2,

    /// <summary>Left.</summary>
    Left = 3,

    /// <summary>Came back.</summary>
    Rehired = 4,
}
