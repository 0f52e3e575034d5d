using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.GraphQL;
using Training.Contracts;
using Training.Hosting;

namespace Training.AppHost.Sample.Story;

/// <summary>An organisation's people, and who of them plays which part (content/sample/story.yaml).</summary>
internal sealed class Cast
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(Cast));

    private readonly OrganisationId _organisation;
    private readonly CastFile.Parts _parts;
    private readonly Dictionary<string, Member> _byId;

    private Cast(OrganisationId organisation, CastFile cast, List<Member> members)
    {
        _organisation = organisation;
        _parts = organisation == People.Hospital ? cast.Hospital : cast.Clinic;
        _byId = members.ToDictionary(member => member.Id);
        Members = [.. members.OrderBy(member => member.EmployeeNumber, StringComparer.Ordinal)];
    }

    /// <summary>Everybody who was ever in the roster, by employee number.</summary>
    public IReadOnlyList<Member> Members { get; }

    public Member PrivacyOfficer => Who(_parts.PrivacyOfficer);

    public Member SecurityOfficer => Who(_parts.SecurityOfficer);

    public Member Hr => Who(_parts.HrManager);

    /// <summary>The employee whom the story follows.</summary>
    public Member Clerk => Who(_parts.Clerk ?? throw new StoryStopped("content/sample/story.yaml names no clerk."));

    public Member ClerksManager => Clerk.ManagerId is { } manager ? _byId[manager] : throw new StoryStopped($"{Clerk.Name} has no manager in the roster, who would hand the incident off.");

    public static async Task<Cast> ReadAsync(Stage stage, OrganisationId organisation, CancellationToken ct)
    {
        var members = new List<Member>();
        for (var since = ""; ;)
        {
            var page = await stage.Gateway.AskAsync<Changes>(People.HrSystem(organisation), Ask["Members"], new { since }, ct);
            members.AddRange(page.Items);
            if (!page.HasMore)
                return new Cast(organisation, CastFile.Read(stage.Files), members);
            since = page.ChangedUntil;
        }
    }

    public string NameOf(string memberId) => _byId.TryGetValue(memberId, out var member) ? member.Name : "somebody who is not in the roster";

    public Persona As(Member member, Role role) => People.Somebody(_organisation, member, role);

    private Member Who(CastFile.Part part) =>
        Members.FirstOrDefault(member => member.EmployeeNumber == part.EmployeeNumber && member.Status != MemberStatus.Left)
        ?? throw new StoryStopped($"nobody in the roster has the employee number '{part.EmployeeNumber}', which content/sample/story.yaml gives a part.");

    private sealed record Changes(IReadOnlyList<Member> Items, string ChangedUntil, bool HasMore);
}
