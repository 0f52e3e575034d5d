using Training.Hosting;

namespace Training.Sanctions;

internal readonly record struct CaseId(Guid Value) : ITypedId<CaseId>
{
    public static CaseId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct RemediationId(Guid Value) : ITypedId<RemediationId>
{
    public static RemediationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct ScenarioId(Guid Value) : ITypedId<ScenarioId>
{
    public static ScenarioId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct RunId(Guid Value) : ITypedId<RunId>
{
    public static RunId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
