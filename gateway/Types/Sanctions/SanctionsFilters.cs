using Google.Protobuf.WellKnownTypes;
using HotChocolate;
using HotChocolate.Types.Relay;
using V1 = Training.Sanctions.V1;

namespace Training.Gateway.Types;

/// <summary>Cases that meet everything that is given.</summary>
internal sealed record CaseFilter
{
    /// <summary>How far they are.</summary>
    public CaseState? State { get; init; }

    /// <summary>The catalogue's code, such as P01.</summary>
    public string? ViolationCode { get; init; }

    /// <summary>Whose conduct it is. Looking for somebody's cases is recorded in the audit log.</summary>
    [ID<Member>]
    public string? MemberId { get; init; }

    /// <summary>Handed off at this instant or later.</summary>
    public DateTimeOffset? OpenedFrom { get; init; }

    /// <summary>Handed off before this instant.</summary>
    public DateTimeOffset? OpenedBefore { get; init; }

    [GraphQLIgnore]
    public V1.CaseFilter ToMessage() => new()
    {
        State = (V1.CaseState)(State ?? 0),
        ViolationCode = ViolationCode ?? "",
        MemberId = MemberId ?? "",
        OpenedFrom = OpenedFrom?.ToTimestamp(),
        OpenedBefore = OpenedBefore?.ToTimestamp(),
    };
}
