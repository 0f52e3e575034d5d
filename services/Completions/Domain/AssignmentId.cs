using Training.Hosting;

namespace Training.Completions;

internal readonly record struct AssignmentId(Guid Value) : ITypedId<AssignmentId>
{
    public static AssignmentId From(Guid value) => new(value);

    public static bool operator <(AssignmentId left, AssignmentId right) => left.Value < right.Value;

    public static bool operator >(AssignmentId left, AssignmentId right) => left.Value > right.Value;

    public override string ToString() => Value.ToString();
}
