using HotChocolate.Types.Relay;
using V1 = Training.Curricula.V1;

namespace Training.Gateway.Types;

/// <summary>A version of a curriculum: what must be learnt, by whom, how often. It never changes once it is published.</summary>
internal sealed class CurriculumVersion(V1.CurriculumVersion message)
{
    /// <summary>The curriculum's, through all its versions.</summary>
    [ID("Curriculum")]
    public string CurriculumId => message.CurriculumId;

    /// <summary>Counts from 1.</summary>
    public int Version => message.Version;

    /// <summary>The organisation's own short name, such as yearly-refresher.</summary>
    public string Code => message.Content.Code;

    /// <summary>What people read.</summary>
    public string Title => message.Content.Title;

    /// <summary>What is taken, in this order.</summary>
    public IEnumerable<CurriculumItem> Items => message.Content.Items.Select(item => new CurriculumItem(item));

    /// <summary>Whom it is for.</summary>
    public Audience Audience => new(message.Content.Audience ?? new V1.Audience());

    /// <summary>Months between two turns, by the organisation's policy; 0 for once.</summary>
    public int EveryMonths => message.Content.EveryMonths;

    /// <summary>Why it is taught.</summary>
    public IEnumerable<Citation> Citations => message.Content.Citations.Select(citation => new Citation(citation));

    /// <summary>SHA-256 of the content: what the officers sign.</summary>
    public string ContentHash => message.ContentHash.Hex();

    /// <summary>How far it has come.</summary>
    public CurriculumState State => (CurriculumState)message.State;

    /// <summary>Who signed it, each for one office.</summary>
    public IEnumerable<Signature> Signatures => message.Signatures.Select(signature => new Signature(signature));

    /// <summary>When the second office signed.</summary>
    public DateTimeOffset? Published => message.Published.Instant();

    /// <summary>What has to change, where it was sent back.</summary>
    public string? DeclinedBecause => message.DeclinedBecause.OrNull();
}

/// <summary>A topic of a curriculum: a scenario to be passed.</summary>
internal sealed class CurriculumItem(V1.CurriculumItem message)
{
    /// <summary>The scenario to be passed.</summary>
    [ID<Scenario>]
    public string ScenarioId => message.ScenarioId;

    /// <summary>Which office it belongs to.</summary>
    public Strand Strand => (Strand)message.Strand;
}

/// <summary>Whom a curriculum is for: members of the present workforce who meet every list that is not empty, by any of its values.</summary>
internal sealed class Audience(V1.Audience message)
{
    /// <summary>Who meet so much protected health information.</summary>
    public IEnumerable<PhiExposure> PhiExposures => message.PhiExposures.Select(exposure => (PhiExposure)exposure);

    /// <summary>Who are this to the organisation.</summary>
    public IEnumerable<Constituency> Constituencies => message.Constituencies.Select(constituency => (Constituency)constituency);

    /// <summary>Who work as one of these, by code.</summary>
    public IEnumerable<string> JobRoles => message.JobRoles;

    /// <summary>Who work at one of these, by code.</summary>
    public IEnumerable<string> Sites => message.Sites;

    /// <summary>Only those who can reach electronic protected health information.</summary>
    public bool EphiAccessOnly => message.EphiAccessOnly;
}

/// <summary>Why something is taught: a clause of the law, or the organisation's policy.</summary>
internal sealed class Citation(V1.Citation message)
{
    /// <summary>Such as 45 CFR 164.530(b)(1), or the name of the policy.</summary>
    public string Source => message.Source;

    /// <summary>What it says, in plain words.</summary>
    public string Text => message.Text;

    /// <summary>Whether it may be printed as law.</summary>
    public CitationStatus Status => (CitationStatus)message.Status;

    /// <summary>The edition that the text was checked against; none for a policy.</summary>
    public string? Edition => message.Edition.OrNull();
}

/// <summary>An office's signature under a version.</summary>
internal sealed class Signature(V1.Signature message)
{
    /// <summary>The office that was signed for.</summary>
    public Office Office => (Office)message.Office;

    /// <summary>Who signed.</summary>
    [ID<Member>]
    public string MemberId => message.MemberId;

    /// <summary>When.</summary>
    public DateTimeOffset Signed => message.Signed.ToDateTimeOffset();
}
