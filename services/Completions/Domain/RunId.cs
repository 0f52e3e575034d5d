using Training.Hosting;

namespace Training.Completions;

internal readonly record struct RunId(Guid Value) : ITypedId<RunId>
{
    public static RunId From(Guid value) => new(value);

    public static bool operator <(RunId left, RunId right) => left.Value < right.Value;

    public static bool operator >(RunId left, RunId right) => left.Value > right.Value;

    public override string ToString() => Value.ToString();
}
