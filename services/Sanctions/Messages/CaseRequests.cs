using NodaTime;
using NodaTime.Text;
using Training.Hosting;
using Training.Sanctions.V1;

namespace Training.Sanctions;

/// <summary>A date of a request is none.</summary>
internal sealed class DateNotReadable(string field)
    : DomainError(ErrorKind.Invalid, $"'{field}' is not a date. Send it as 2026-11-22.", field);

/// <summary>No office was named.</summary>
internal sealed class OfficeMissing()
    : DomainError(ErrorKind.Invalid, "Say for which office you sign: OFFICE_PRIVACY or OFFICE_SECURITY.", "office");

/// <summary>What requests say, in the domain's words.</summary>
internal static class CaseRequests
{
    public static Incident ToIncident(this HandOffIncidentRequest request) => new(
        request.Incident, request.ViolationCode, MemberId.Parse("member_id", request.MemberId),
        StoredInstant.Read(request.Happened), StoredInstant.Read(request.FirstKnownByWorkforce), request.Description);

    public static SanctionDraft ToDraft(this ProposeSanctionRequest request) => new(
        request.Finding, request.Level, request.Measure, request.Reasons, request.RemedialDueOn == "" ? null : Day("remedial_due_on", request.RemedialDueOn));

    public static CaseFilter ToDomain(this V1.CaseFilter? filter) => filter is null ? new CaseFilter() : new CaseFilter(
        filter.State == V1.CaseState.Unspecified ? null : (CaseState)filter.State,
        filter.ViolationCode,
        filter.MemberId == "" ? null : MemberId.Parse("filter.member_id", filter.MemberId),
        filter.OpenedFrom is null ? null : StoredInstant.Read(filter.OpenedFrom),
        filter.OpenedBefore is null ? null : StoredInstant.Read(filter.OpenedBefore));

    public static Office ToOffice(this Workforce.V1.Office office) => office switch
    {
        Workforce.V1.Office.Privacy => Office.Privacy,
        Workforce.V1.Office.Security => Office.Security,
        _ => throw new OfficeMissing(),
    };

    public static LocalDate Day(string field, string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : throw new DateNotReadable(field);
}
