using Grpc.Core;
using Training.AppHost.Sample;
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

    public Metadata As(Role role, string? member = null, OrganisationId? organisation = null)
    {
        var human = member is null ? (MemberId?)null : new MemberId(Guid.Parse(member));
        var token = _tokens.Mint(organisation ?? Hospital, human, "a test", [role], TimeSpan.FromHours(1));
        return new Metadata { { "authorization", $"Bearer {token}" }, { "idempotency-key", Guid.CreateVersion7().ToString() } };
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
}
