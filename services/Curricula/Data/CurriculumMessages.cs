using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Training.Hosting;

namespace Training.Curricula;

/// <summary>Curricula as the contract says them. The domain's words have the contract's numbers.</summary>
internal static class CurriculumMessages
{
    public static CurriculumContent ToDomain(this V1.CurriculumContent? content)
    {
        content ??= new V1.CurriculumContent();
        return new CurriculumContent(
            content.Code,
            content.Title.Trim(),
            [.. content.Items.Select(item => new CurriculumItem(TypedId.Parse<ScenarioId>("content.items.scenario_id", item.ScenarioId).Value, (Strand)item.Strand))],
            content.Audience.ToDomain(),
            content.EveryMonths,
            [.. content.Citations.Select(c => new Citation(c.Source.Trim(), c.Text.Trim(), (CitationStatus)c.Status, c.Edition.Trim()))]);
    }

    public static V1.CurriculumVersion ToMessage(this CurriculumVersion version) => new()
    {
        CurriculumId = version.CurriculumId.ToString(),
        Version = version.Number,
        Content = version.Content.ToMessage(),
        ContentHash = ByteString.CopyFrom(version.ContentHash),
        State = (V1.CurriculumState)version.State,
        Signatures = { version.Signatures.Select(s => new V1.Signature { Office = (Workforce.V1.Office)s.Office, MemberId = s.Member.ToString(), Signed = s.At.ToTimestamp() }) },
        Published = version.ApprovedAt?.ToTimestamp(),
        DeclinedBecause = version.DeclinedBecause,
    };

    public static V1.Audience ToMessage(this Audience audience) => new()
    {
        PhiExposures = { audience.PhiExposures.Select(exposure => (Workforce.V1.PhiExposure)exposure) },
        Constituencies = { audience.Constituencies.Select(constituency => (Workforce.V1.Constituency)constituency) },
        JobRoles = { audience.JobRoles },
        Sites = { audience.Sites },
        EphiAccessOnly = audience.EphiAccessOnly,
    };

    private static Audience ToDomain(this V1.Audience? audience)
    {
        audience ??= new V1.Audience();
        return Audience.Of(
            audience.PhiExposures.Select(exposure => (PhiExposure)exposure),
            audience.Constituencies.Select(constituency => (Constituency)constituency),
            audience.JobRoles,
            audience.Sites,
            audience.EphiAccessOnly);
    }

    private static V1.CurriculumContent ToMessage(this CurriculumContent content) => new()
    {
        Code = content.Code,
        Title = content.Title,
        Items = { content.Items.Select(item => new V1.CurriculumItem { ScenarioId = item.ScenarioId.ToString(), Strand = (V1.Strand)item.Strand }) },
        Audience = content.Audience.ToMessage(),
        EveryMonths = content.EveryMonths,
        Citations = { content.Citations.Select(c => new V1.Citation { Source = c.Source, Text = c.Text, Status = (V1.CitationStatus)c.Status, Edition = c.Edition }) },
    };
}
