using Training.Curricula.V1;
using Training.Workforce.V1;

namespace Training.AppHost.Sample.Story;

/// <summary>Whom an audience means, so that the story knows how many assignments to wait for.</summary>
internal static class Reach
{
    public static bool Includes(Audience audience, Member member) =>
        member.Status != MemberStatus.Left
        && Any(audience.PhiExposures, member.PhiExposure)
        && Any(audience.Constituencies, member.Constituency)
        && Any(audience.JobRoles, member.JobRole)
        && Any(audience.Sites, member.Site)
        && (!audience.EphiAccessOnly || member.EphiAccess);

    private static bool Any<T>(ICollection<T> wanted, T value) => wanted.Count == 0 || wanted.Contains(value);
}
