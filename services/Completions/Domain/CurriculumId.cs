using Training.Hosting;

namespace Training.Completions;

internal readonly record struct CurriculumId(Guid Value) : ITypedId<CurriculumId>
{
    public static CurriculumId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
