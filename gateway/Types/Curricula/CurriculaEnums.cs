namespace Training.Gateway.Types;

/// <summary>Which office a topic belongs to.</summary>
internal enum Strand
{
    /// <summary>Of the privacy office.</summary>
    Privacy = 1,

    /// <summary>Of the security office.</summary>
    Security = 2,

    /// <summary>Where both meet in the work itself: texting, e-mailing, faxing.</summary>
    Crossover = 3,
}

/// <summary>How far a version of a curriculum has come.</summary>
internal enum CurriculumState
{
    /// <summary>Carries one signature.</summary>
    Proposed = 1,

    /// <summary>Signed by both offices: it is in force.</summary>
    Published = 2,

    /// <summary>Sent back by the other office.</summary>
    Declined = 3,

    /// <summary>A newer version is in force.</summary>
    Superseded = 4,
}

/// <summary>Whether a citation may be printed as law.</summary>
internal enum CitationStatus
{
    /// <summary>The text was checked against the named edition.</summary>
    Verified = 1,

    /// <summary>Only a part of it was.</summary>
    Partly = 2,

    /// <summary>The organisation's own policy.</summary>
    Policy = 3,
}
