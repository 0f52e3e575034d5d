using Training.Hosting;

namespace Training.Reference;

internal readonly record struct SuggestionId(Guid Value) : ITypedId<SuggestionId>
{
    public static SuggestionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
