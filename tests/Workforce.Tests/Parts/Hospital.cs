using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Training.Contracts;
using Training.Hosting;
using Training.Workforce.V1;

namespace Training.Workforce.Tests;

/// <summary>A running Workforce service, seen from one registered organisation.</summary>
internal sealed class Hospital(ServiceUnderTest service, OrganisationId id)
{
    public const string Day1 = "2026-03-02";
    public const string Day2 = "2026-03-03";
    public const string Day3 = "2026-03-04";

    public ServiceUnderTest Service => service;

    public Organisations.OrganisationsClient Organisations { get; } = new(service.Channel);

    public V1.Roster.RosterClient Roster { get; } = new(service.Channel);

    public OfficerRegister.OfficerRegisterClient Officers { get; } = new(service.Channel);

    /// <summary>Registers an organisation with the sites NORTH (Chicago) and WEST (Denver) and the job roles RN and CLERK.</summary>
    public static async Task<Hospital> RegisterAsync(ServiceUnderTest service, OrganisationId? organisation = null)
    {
        var hospital = new Hospital(service, organisation ?? Somebody.Hospital);
        await hospital.Organisations.RegisterOrganisationAsync(new RegisterOrganisationRequest { Name = "Cedar Valley Health" }, hospital.As(Role.Operator));
        await hospital.Organisations.RegisterCodesAsync(
            new RegisterCodesRequest
            {
                Sites =
                {
                    new V1.Site { Code = "NORTH", Name = "North Hospital", TimeZone = "America/Chicago" },
                    new V1.Site { Code = "WEST", Name = "West Hospital", TimeZone = "America/Denver" },
                },
                JobRoles = { new V1.JobRole { Code = "RN", Title = "Registered nurse" }, new V1.JobRole { Code = "CLERK", Title = "Registration clerk" } },
            },
            hospital.As(Role.Hr));
        return hospital;
    }

    public Metadata As(Role role, string? key = null) => service.Call(role, organisation: id, key: key);

    public Task<V1.RosterImport> ImportAsync(IEnumerable<Line> lines, string effectiveOn = Day1, int confirmedLeavers = 0) =>
        ImportAsync(Line.File(lines), effectiveOn, confirmedLeavers);

    public Task<V1.RosterImport> ImportAsync(string file, string effectiveOn = Day1, int confirmedLeavers = 0, string? key = null) =>
        ImportAsync(Encoding.UTF8.GetBytes(file), effectiveOn, confirmedLeavers, key);

    public async Task<V1.RosterImport> ImportAsync(byte[] file, string effectiveOn = Day1, int confirmedLeavers = 0, string? key = null)
    {
        using var call = Roster.ImportRoster(As(Role.Hr, key));
        await SendAsync(call.RequestStream, file, effectiveOn, confirmedLeavers);
        return await call;
    }

    public async Task<RosterPreview> PreviewAsync(IEnumerable<Line> lines, string effectiveOn = Day1)
    {
        using var call = Roster.PreviewRoster(As(Role.Hr));
        await SendAsync(call.RequestStream, Encoding.UTF8.GetBytes(Line.File(lines)), effectiveOn, confirmedLeavers: 0);
        return await call;
    }

    public async Task<IReadOnlyList<V1.Member>> MembersAsync()
    {
        List<V1.Member> members = [];
        for (var page = ""; ;)
        {
            var answer = await Roster.ListMembersAsync(new ListMembersRequest { PageSize = 500, PageToken = page }, As(Role.Hr));
            members.AddRange(answer.Members);
            if ((page = answer.NextPageToken) == "")
                return members;
        }
    }

    public async Task<V1.Member> MemberAsync(string employeeNumber) =>
        await Roster.GetMemberAsync(new GetMemberRequest { EmployeeNumber = employeeNumber }, As(Role.Hr));

    public async Task<IReadOnlyList<V1.MemberHistoryEntry>> HistoryAsync(string employeeNumber)
    {
        var id = (await MemberAsync(employeeNumber)).Id;
        return (await Roster.ListMemberHistoryAsync(new ListMemberHistoryRequest { MemberId = id, PageSize = 500 }, As(Role.Hr))).Entries;
    }

    public async Task<IReadOnlyList<V1.RosterReject>> RejectsAsync(V1.RosterImport import) =>
        (await Roster.ListRosterRejectsAsync(new ListRosterRejectsRequest { ImportId = import.Id, PageSize = 500 }, As(Role.Hr))).Rejects;

    private static async Task SendAsync(IClientStreamWriter<RosterChunk> stream, byte[] file, string effectiveOn, int confirmedLeavers)
    {
        const int chunk = 64 * 1024;
        try
        {
            await stream.WriteAsync(new RosterChunk { Header = new RosterHeader { FileName = "roster.txt", EffectiveOn = effectiveOn, ConfirmedLeavers = confirmedLeavers } });
            for (var at = 0; at < file.Length; at += chunk)
                await stream.WriteAsync(new RosterChunk { Data = ByteString.CopyFrom(file, at, Math.Min(chunk, file.Length - at)) });
            await stream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // Answered before the whole file was there; the answer says why.
        }
    }
}
