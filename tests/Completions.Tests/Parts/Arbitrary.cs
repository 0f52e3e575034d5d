using FsCheck;
using FsCheck.Fluent;
using Training.Workforce.V1;

namespace Training.Completions.Tests;

/// <summary>Members and audiences of few values each, so that they often meet; codes that are parts of each other or mean something to a database.</summary>
internal static class Arbitrary
{
    private static readonly string[] Roles = ["RN", "R", "N", "RN2", "%", "_", "O'Neill", "rn", ""];
    private static readonly string[] Sites = ["MAIN", "MAI", "CLINIC", "EAST\\WEST"];
    private static readonly string[] Zones = ["America/New_York", "America/Los_Angeles", "America/Phoenix"];
    private static readonly PhiExposure[] Exposures = [PhiExposure.None, PhiExposure.Low, PhiExposure.Medium, PhiExposure.High, PhiExposure.VeryHigh];
    private static readonly Constituency[] Constituencies = [Constituency.Employee, Constituency.Student, Constituency.Agency, Constituency.Contractor];
    private static readonly MemberStatus[] Statuses = [MemberStatus.Active, MemberStatus.Active, MemberStatus.OnLeave, MemberStatus.Left];

    public static Gen<Member> Member(string name, long version) =>
        from status in Gen.Elements(Statuses)
        from exposure in Gen.Elements(Exposures)
        from constituency in Gen.Elements(Constituencies)
        from role in Gen.Elements(Roles)
        from site in Gen.Elements(Sites)
        from zone in Gen.Elements(Zones)
        from ephi in Gen.Elements(true, false)
        select Told.Member(name, version, status, exposure, zone, site, role, constituency, ephi);

    /// <summary>A list is empty as often as not.</summary>
    public static readonly Gen<Curricula.V1.Audience> Audience =
        from exposures in SomeOf(Exposures)
        from constituencies in SomeOf(Constituencies)
        from roles in SomeOf(Roles)
        from sites in SomeOf(Sites)
        from ephi in Gen.Elements(true, false, false)
        select new Curricula.V1.Audience
        {
            PhiExposures = { exposures }, Constituencies = { constituencies }, JobRoles = { roles }, Sites = { sites }, EphiAccessOnly = ephi,
        };

    private static Gen<T[]> SomeOf<T>(T[] values) => Gen.OneOf(Gen.Constant(Array.Empty<T>()), Gen.SubListOf(values).Select(some => some.ToArray()));
}
