using Training.Hosting;

namespace Training.Scenarios;

internal readonly record struct ScenarioId(Guid Value) : ITypedId<ScenarioId>
{
    public static ScenarioId From(Guid value) => new(value);

    // What keyset pages are asked for with; the database compares.
    public static bool operator >(ScenarioId a, ScenarioId b) => a.Value > b.Value;

    public static bool operator <(ScenarioId a, ScenarioId b) => a.Value < b.Value;

    public override string ToString() => Value.ToString();
}

internal readonly record struct RunId(Guid Value) : ITypedId<RunId>
{
    public static RunId From(Guid value) => new(value);

    // What keyset pages are asked for with; the database compares.
    public static bool operator >(RunId a, RunId b) => a.Value > b.Value;

    public static bool operator <(RunId a, RunId b) => a.Value < b.Value;

    public override string ToString() => Value.ToString();
}
