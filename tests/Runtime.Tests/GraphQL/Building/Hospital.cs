using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Relay;

namespace Training.Runtime.Tests.GraphQL.Building;

/// <summary>How far an assignment has come.</summary>
public enum AssignmentState
{
    /// <summary>Nobody has begun.</summary>
    NotStarted,

    InProgress,

    [Obsolete("Use IN_PROGRESS.")]
    Paused,

    [GraphQLIgnore]
    Secret,
}

/// <summary>Somebody who works here.</summary>
/// <param name="Id">Identifies the member.</param>
/// <param name="Name">First and last name.</param>
/// <param name="Email">Where to write to; <c>null</c> where nobody knows.</param>
/// <param name="ManagerId">Who leads the member.</param>
public sealed record Member(Guid Id, string Name, string? Email, [property: ID<Member>] Guid? ManagerId)
{
    public IReadOnlyList<string> Roles { get; init; } = [];

    public AssignmentState State { get; init; }

    public DateOnly Since { get; init; }

    [GraphQLDeprecated("Use since.")]
    public DateTimeOffset? Joined { get; init; }

    [GraphQLIgnore]
    public string Secret => "not told";
}

[ObjectType<Member>]
public static partial class MemberNode
{
    /// <summary>The name as it is written in lists.</summary>
    public static string GetSortName([Parent] Member member) => string.Join(", ", member.Name.Split(' ').Reverse());

    /// <summary>The names of those who report to the member.</summary>
    /// <param name="above">Only names after this one.</param>
    public static Task<IReadOnlyList<string>> GetReportsAsync([Parent] Member member, string? above, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([member.Name + above, cancellationToken.CanBeCanceled.ToString()]);

    [NodeResolver]
    public static ValueTask<Member?> FindAsync(Guid id, Hospital hospital) => new(hospital.Find(id));
}

public sealed class Hospital
{
    public static Guid AnnasId { get; } = new("0193e2a0-7c1b-7f00-8000-000000000001");

    public static Guid BensId { get; } = new("0193e2a0-7c1b-7f00-8000-000000000002");

    public List<Member> Members { get; } =
    [
        new(AnnasId, "Anna Ahrens", "anna@example.org", null) { Roles = ["manager"], Since = new DateOnly(2020, 1, 2) },
        new(BensId, "Ben Bauer", null, AnnasId) { State = AssignmentState.InProgress, Since = new DateOnly(2024, 2, 29) },
    ];

    public Member? Find(Guid id) => Members.Find(member => member.Id == id);
}

[QueryType]
public static partial class MemberQueries
{
    /// <summary>Everybody who works here.</summary>
    public static IEnumerable<Member> GetMembers(Hospital hospital, AssignmentState? state, int atMost = 10) =>
        hospital.Members.Where(member => state is null || member.State == state).Take(atMost);

    public static Member? GetMember(Hospital hospital, [ID<Member>] Guid id) => hospital.Find(id);
}
