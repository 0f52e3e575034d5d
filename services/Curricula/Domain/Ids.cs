using Training.Hosting;

namespace Training.Curricula;

internal readonly record struct CurriculumId(Guid Value) : ITypedId<CurriculumId>
{
    public static CurriculumId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>One version of one curriculum; orders versions by their proposal.</summary>
internal readonly record struct CurriculumVersionId(Guid Value) : ITypedId<CurriculumVersionId>
{
    public static CurriculumVersionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct CampaignId(Guid Value) : ITypedId<CampaignId>
{
    public static CampaignId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct ScenarioId(Guid Value) : ITypedId<ScenarioId>
{
    public static ScenarioId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
