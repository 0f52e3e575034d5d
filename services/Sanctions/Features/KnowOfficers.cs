using NodaTime;
using NodaTime.Text;
using Training.Hosting;
using Training.Messaging;
using Training.Workforce.V1;

namespace Training.Sanctions;

internal sealed class KnowOfficers(SanctionsDb db) : IReaction<OfficerRegisterChanged>
{
    public Task Run(OfficerRegisterChanged happened, Caller caller, CancellationToken ct)
    {
        var register = new RowBatch("officer_registers", "organisation", "version", "designations");
        register.Add(caller.Organisation.Value, happened.Version, JsonColumn.Write<IReadOnlyList<Designation>>([.. happened.Designations.Select(Read)]));
        return register.WriteAsync(db, """
            (organisation) DO UPDATE SET version = excluded.version, designations = excluded.designations
            WHERE officer_registers.version < excluded.version
            """, ct);
    }

    private static Designation Read(Workforce.V1.Designation designation) => new(
        (Office)designation.Office, MemberId.Parse("designations.member_id", designation.MemberId), Day(designation.From), designation.Until == "" ? null : Day(designation.Until));

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();
}
