using Training.Hosting;

namespace Training.Scenarios;

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
