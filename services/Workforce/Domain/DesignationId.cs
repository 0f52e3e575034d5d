using Training.Hosting;

namespace Training.Workforce;

internal readonly record struct DesignationId(Guid Value) : ITypedId<DesignationId>
{
    public static DesignationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
