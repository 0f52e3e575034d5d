using Training.Hosting;

namespace Training.Workforce;

internal readonly record struct RosterImportId(Guid Value) : ITypedId<RosterImportId>
{
    public static RosterImportId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
