using Training.Hosting;

namespace Training.Completions;

internal readonly record struct ScenarioId(Guid Value) : ITypedId<ScenarioId>
{
    public static ScenarioId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
