using System.Security.Cryptography;
using Training.Hosting;

namespace Training.Completions;

/// <summary>That a member has done an assignment: what, in which version, when, and how it is proven. Only added to.</summary>
internal sealed class Completion
{
    private readonly List<PassedScenario> _passed = [];

    public OrganisationId Organisation { get; private init; }

    public CompletionId Id { get; private init; }

    public MemberId Member { get; private init; }

    public AssignmentId Assignment { get; private init; }

    public DutyId Duty { get; private init; }

    public DutySource Source { get; private init; }

    public string Title { get; private init; } = "";

    public CurriculumId? Curriculum { get; private init; }

    public int CurriculumVersion { get; private init; }

    /// <summary>When the last of its scenarios was passed.</summary>
    public DateTimeOffset Completed { get; private init; }

    /// <summary>SHA-256 over the evidence hashes of <see cref="Passed"/>, one after the other.</summary>
    public byte[] EvidenceHash { get; private init; } = [];

    /// <summary>Which change of the organisation's record wrote it.</summary>
    public long Change { get; private init; }

    /// <summary>In the order in which they were finished; two of one instant by their run's id.</summary>
    public IReadOnlyList<PassedScenario> Passed => _passed;

    public static Completion Of(CompletionId id, Assignment assignment, Duty duty, IReadOnlyList<Attempt> passed)
    {
        var completion = new Completion
        {
            Organisation = assignment.Organisation,
            Id = id,
            Member = assignment.Member,
            Assignment = assignment.Id,
            Duty = duty.Id,
            Source = duty.Source,
            Title = duty.Title,
            Curriculum = duty.Curriculum,
            CurriculumVersion = duty.CurriculumVersion,
            Completed = passed[^1].Finished,
            EvidenceHash = SHA256.HashData([.. passed.SelectMany(pass => pass.EvidenceHash)]),
        };
        completion._passed.AddRange(passed.Select((pass, position) => PassedScenario.Of(pass, id, position)));
        return completion;
    }
}
