using Training.Hosting;

namespace Training.Sanctions;

/// <summary>A version of the policy as it was put in force; never changed again.</summary>
internal sealed class PolicyVersion
{
    public OrganisationId Organisation { get; init; }

    public int Version { get; init; }

    public string Document { get; init; } = "";

    public byte[] ContentHash { get; init; } = [];

    public DateTimeOffset Published { get; init; }

    public MemberId? PublishedBy { get; init; }
}
