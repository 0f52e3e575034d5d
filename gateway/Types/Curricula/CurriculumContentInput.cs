using HotChocolate;
using HotChocolate.Types.Relay;
using V1 = Training.Curricula.V1;
using WorkforceV1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

/// <summary>What must be learnt, by whom, how often.</summary>
internal sealed record CurriculumContentInput
{
    /// <summary>The organisation's own short name, such as yearly-refresher; names the curriculum through all its versions.</summary>
    public required string Code { get; init; }

    /// <summary>What people read.</summary>
    public required string Title { get; init; }

    /// <summary>The topics, in the order in which they are taken.</summary>
    public required IReadOnlyList<CurriculumItemInput> Items { get; init; }

    /// <summary>Whom it is for.</summary>
    public required AudienceInput Audience { get; init; }

    /// <summary>Months between two turns, by the organisation's policy; 0 for once.</summary>
    public required int EveryMonths { get; init; }

    /// <summary>Why it is taught.</summary>
    public required IReadOnlyList<CitationInput> Citations { get; init; }

    [GraphQLIgnore]
    public V1.CurriculumContent ToMessage() => new()
    {
        Code = Code,
        Title = Title,
        Items = { Items.Select(item => new V1.CurriculumItem { ScenarioId = item.ScenarioId, Strand = (V1.Strand)item.Strand }) },
        Audience = Audience.ToMessage(),
        EveryMonths = EveryMonths,
        Citations = { Citations.Select(citation => citation.ToMessage()) },
    };
}

/// <summary>A topic: a published scenario.</summary>
internal sealed record CurriculumItemInput
{
    /// <summary>The scenario to be passed.</summary>
    [ID<Scenario>]
    public required string ScenarioId { get; init; }

    /// <summary>Which office it belongs to.</summary>
    public required Strand Strand { get; init; }
}

/// <summary>Members of the present workforce who meet every list that is not empty, by any of its values.</summary>
internal sealed record AudienceInput
{
    /// <summary>Who meet so much protected health information.</summary>
    public IReadOnlyList<PhiExposure>? PhiExposures { get; init; }

    /// <summary>Who are this to the organisation.</summary>
    public IReadOnlyList<Constituency>? Constituencies { get; init; }

    /// <summary>Who work as one of these, by code.</summary>
    public IReadOnlyList<string>? JobRoles { get; init; }

    /// <summary>Who work at one of these, by code.</summary>
    public IReadOnlyList<string>? Sites { get; init; }

    /// <summary>Only those who can reach electronic protected health information.</summary>
    public bool EphiAccessOnly { get; init; }

    [GraphQLIgnore]
    public V1.Audience ToMessage() => new()
    {
        PhiExposures = { (PhiExposures ?? []).Select(exposure => (WorkforceV1.PhiExposure)exposure) },
        Constituencies = { (Constituencies ?? []).Select(constituency => (WorkforceV1.Constituency)constituency) },
        JobRoles = { JobRoles ?? [] },
        Sites = { Sites ?? [] },
        EphiAccessOnly = EphiAccessOnly,
    };
}

/// <summary>A clause of the law, or the organisation's policy.</summary>
internal sealed record CitationInput
{
    /// <summary>Such as 45 CFR 164.530(b)(1), or the name of the policy.</summary>
    public required string Source { get; init; }

    /// <summary>What it says, in plain words.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it may be printed as law.</summary>
    public required CitationStatus Status { get; init; }

    /// <summary>The edition that the text was checked against; none for a policy.</summary>
    public string? Edition { get; init; }

    [GraphQLIgnore]
    public V1.Citation ToMessage() => new() { Source = Source, Text = Text, Status = (V1.CitationStatus)Status, Edition = Edition ?? "" };
}
