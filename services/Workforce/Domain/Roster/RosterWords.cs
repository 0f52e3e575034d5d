namespace Training.Workforce;

/// <summary>The words of the file for what has only a few values.</summary>
internal static class RosterWords
{
    public static readonly IReadOnlyDictionary<string, Constituency> Constituencies = new Dictionary<string, Constituency>
    {
        ["employee"] = Constituency.Employee,
        ["medical_staff"] = Constituency.MedicalStaff,
        ["trainee"] = Constituency.Trainee,
        ["student"] = Constituency.Student,
        ["volunteer"] = Constituency.Volunteer,
        ["agency"] = Constituency.Agency,
        ["contractor"] = Constituency.Contractor,
    };

    public static readonly IReadOnlyDictionary<string, PhiExposure> Exposures = new Dictionary<string, PhiExposure>
    {
        ["none"] = PhiExposure.None,
        ["low"] = PhiExposure.Low,
        ["medium"] = PhiExposure.Medium,
        ["high"] = PhiExposure.High,
        ["very_high"] = PhiExposure.VeryHigh,
    };

    public static readonly IReadOnlyDictionary<string, bool> YesOrNo = new Dictionary<string, bool> { ["yes"] = true, ["no"] = false };

    public static readonly IReadOnlyDictionary<string, MemberStatus> Statuses = new Dictionary<string, MemberStatus>
    {
        ["active"] = MemberStatus.Active,
        ["on_leave"] = MemberStatus.OnLeave,
        ["left"] = MemberStatus.Left,
    };

    public static string Of<T>(IReadOnlyDictionary<string, T> words, T value) where T : notnull => words.First(word => word.Value.Equals(value)).Key;
}
