using Training.Hosting;
using Training.Workforce.V1;
using WireOffice = Training.Workforce.V1.Office;

namespace Training.Curricula.Tests;

/// <summary>Who holds which office.</summary>
internal static class People
{
    public static readonly MemberId Pia = Somebody.Named("Pia, privacy officer");
    public static readonly MemberId Sam = Somebody.Named("Sam, security officer");
    public static readonly MemberId Dora = Somebody.Named("Dora, deputy of both");
    public static readonly MemberId Bo = Somebody.Named("Bo, both offices");
    public static readonly MemberId Past = Somebody.Named("Past, privacy officer until yesterday");
    public static readonly MemberId Future = Somebody.Named("Future, security officer from tomorrow");
    public static readonly MemberId Nobody = Somebody.Named("Nobody");

    public static OfficerRegisterChanged Register(long version) => new()
    {
        Version = version,
        Designations =
        {
            Named(WireOffice.Privacy, Pia), Named(WireOffice.Security, Sam),
            Named(WireOffice.Privacy, Dora, deputy: true), Named(WireOffice.Security, Dora, deputy: true),
            Named(WireOffice.Privacy, Bo), Named(WireOffice.Security, Bo),
            Named(WireOffice.Privacy, Past, until: Dates.In(-1)), Named(WireOffice.Security, Future, from: Dates.In(1)),
        },
    };

    public static Training.Workforce.V1.Designation Named(WireOffice office, MemberId member, bool deputy = false, string? from = null, string until = "") =>
        new() { Id = Guid.CreateVersion7().ToString(), Office = office, MemberId = member.ToString(), Deputy = deputy, From = from ?? Dates.In(-30), Until = until };
}
