using Training.Hosting;

namespace Training.Completions;

internal readonly record struct CompletionId(Guid Value) : ITypedId<CompletionId>
{
    public static CompletionId From(Guid value) => new(value);

    public static bool operator <(CompletionId left, CompletionId right) => left.Value < right.Value;

    public static bool operator >(CompletionId left, CompletionId right) => left.Value > right.Value;

    public override string ToString() => Value.ToString();
}
