using Grpc.Core;
using Training.Contracts;
using Training.Hosting;
using Training.Workforce.V1;

namespace Training.System.Tests;

/// <summary>Callers of a running system: the tests' own, with their own tokens.</summary>
internal sealed class Callers(IInstallation installation) : IDisposable
{
    public static readonly OrganisationId Hospital = AppHost.Sample.Story.People.Hospital;
    public static readonly OrganisationId Clinic = AppHost.Sample.Story.People.Clinic;

    private readonly DevelopmentTokens _tokens = DevelopmentTokens.In(installation.DataFolder, TimeProvider.System);

    public Clients Services { get; } = new(installation.Addresses);

    public Metadata As(Role role, string? member = null, OrganisationId? organisation = null) => new()
    {
        { "authorization", $"Bearer {Mint(role, member, organisation ?? Hospital)}" },
        { "idempotency-key", Guid.CreateVersion7().ToString() },
    };

    /// <summary>The token of somebody of the hospital, by employee number, or of a machine.</summary>
    public async Task<string> TokenAsync(Role role, string? employeeNumber)
    {
        if (employeeNumber is null)
            return Mint(role, null, Hospital);
        var found = await Services.Roster.BatchGetMembersAsync(new BatchGetMembersRequest { EmployeeNumbers = { employeeNumber } }, As(Role.Auditor));
        return Mint(role, found.Members.Single().Id, Hospital);
    }

    /// <summary>Everybody who was ever in the roster, by employee number.</summary>
    public async Task<List<Member>> MembersAsync(OrganisationId organisation)
    {
        var reader = As(Role.Auditor, organisation: organisation);
        var members = await Pages.AllAsync(
            token => Services.Roster.ListMembersAsync(new ListMembersRequest { PageSize = Pages.Largest, PageToken = token }, reader),
            page => page.Members,
            page => page.NextPageToken);
        return [.. members.OrderBy(member => member.EmployeeNumber, StringComparer.Ordinal)];
    }

    public void Dispose() => Services.Dispose();

    private string Mint(Role role, string? member, OrganisationId organisation) =>
        _tokens.Mint(organisation, member is null ? null : new MemberId(Guid.Parse(member)), "a test", [role], TimeSpan.FromHours(1));
}
