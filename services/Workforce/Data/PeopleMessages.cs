using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using NodaTime;
using NodaTime.Text;
using Training.Hosting;

namespace Training.Workforce;

/// <summary>People and officers as the contract tells them.</summary>
internal static class PeopleMessages
{
    public static string ToIso(this LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    public static string ToIso(this LocalDate? date) => date?.ToIso() ?? "";

    // Finer than a microsecond is not stored: the first answer says what later ones will.
    public static Timestamp ToWire(this DateTimeOffset instant) =>
        Timestamp.FromDateTimeOffset(instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond)));

    /// <exception cref="DateUnreadable">It is not an ISO date.</exception>
    public static LocalDate ParseDate(string field, string text) =>
        LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) ? date : throw new DateUnreadable(field);

    public static V1.Member ToMessage(this MemberFacts facts, MemberId id) => new()
    {
        Id = id.ToString(),
        EmployeeNumber = facts.EmployeeNumber,
        GivenName = facts.GivenName,
        FamilyName = facts.FamilyName,
        Email = facts.Email,
        Constituency = (V1.Constituency)facts.Constituency,
        JobRole = facts.JobRole,
        Department = facts.Department,
        Site = facts.Site,
        TimeZone = facts.TimeZone,
        ManagerId = facts.Manager?.ToString() ?? "",
        PhiExposure = (V1.PhiExposure)facts.PhiExposure,
        EphiAccess = facts.EphiAccess,
        HiredOn = facts.HiredOn.ToIso(),
        LeftOn = facts.LeftOn.ToIso(),
        Status = (V1.MemberStatus)facts.Status,
        Version = facts.Version,
    };

    /// <exception cref="OfficeUnknown">It is neither of the two.</exception>
    public static Office ToOffice(this V1.Office office) =>
        office is V1.Office.Privacy or V1.Office.Security ? (Office)office : throw new OfficeUnknown();

    public static V1.Designation ToMessage(this Designation designation) => new()
    {
        Id = designation.Id.ToString(),
        Office = (V1.Office)designation.Office,
        MemberId = designation.Member.ToString(),
        Deputy = designation.Deputy,
        From = designation.From.ToIso(),
        Until = designation.Until.ToIso(),
    };
}
