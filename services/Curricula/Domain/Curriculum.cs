using NodaTime;
using Training.Hosting;

namespace Training.Curricula;

/// <summary>A curriculum through all its versions: at most one waits for the other office, at most one is in force.</summary>
internal sealed class Curriculum
{
    public OrganisationId Organisation { get; private init; }

    public CurriculumId Id { get; private init; }

    public string Code { get; private init; } = "";

    public int Newest { get; private set; }

    public int? Open { get; private set; }

    /// <summary>Changes only together with a version: readers take it for unchanged while no version is.</summary>
    public int? Published { get; private set; }

    /// <summary>Grows with every decision, so that of two at once one is taken again.</summary>
    public long Revision { get; private set; }

    public static Curriculum Begin(CurriculumId id, string code, OrganisationId organisation) => new() { Organisation = organisation, Id = id, Code = code };

    public CurriculumVersion Propose(CurriculumVersionId id, CurriculumContent content, Signature first)
    {
        if (Open is { } open)
            throw new ProposalStillOpen(Code, open);
        Open = ++Newest;
        Revision++;
        return CurriculumVersion.Propose(id, this, content, first);
    }

    public void Approve(CurriculumVersion version, byte[] hash, Signature second, CurriculumVersion? predecessor)
    {
        version.Approve(hash, second);
        predecessor?.Supersede();
        Open = null;
        Published = version.Number;
        Revision++;
    }

    public void Decline(CurriculumVersion version, string reason)
    {
        version.Decline(reason);
        Open = null;
        Revision++;
    }

    public Campaign Launch(CampaignId id, CurriculumVersion version, string title, LocalDate due, MemberId by, DateTimeOffset now)
    {
        if (version.State != CurriculumState.Published)
            throw new VersionNotInForce(version.Number, version.State);
        Revision++;
        return Campaign.Launch(id, version, title, due, by, now);
    }
}
