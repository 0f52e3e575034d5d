using Training.Hosting;

namespace Training.Completions;

internal readonly record struct DutyId(Guid Value) : ITypedId<DutyId>
{
    public static DutyId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
