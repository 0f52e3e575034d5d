using Training.Workforce.V1;

namespace Training.Completions.Tests;

/// <summary>Who a campaign is for, in the contract's words.</summary>
internal static class Oracle
{
    public static bool IsPresent(Member member) => member.Status != MemberStatus.Left;

    public static bool IsFor(Curricula.V1.Audience audience, Member member) =>
        IsPresent(member)
        && Meets(audience.PhiExposures, member.PhiExposure)
        && Meets(audience.Constituencies, member.Constituency)
        && Meets(audience.JobRoles, member.JobRole)
        && Meets(audience.Sites, member.Site)
        && (!audience.EphiAccessOnly || member.EphiAccess);

    private static bool Meets<T>(ICollection<T> list, T value) => list.Count == 0 || list.Contains(value);
}
