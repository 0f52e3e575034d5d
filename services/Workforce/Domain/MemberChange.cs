using NodaTime;

namespace Training.Workforce;

/// <summary>What becomes of one human being, and from which day on.</summary>
internal sealed record MemberChange(ChangeKind Kind, Member? Before, Member After, LocalDate EffectiveOn)
{
    public static MemberChange Leaving(Member before, Member after) =>
        new(ChangeKind.Left, before, after, after.LeftOn!.Value.PlusDays(1));
}
