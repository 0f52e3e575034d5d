namespace Training.Sanctions;

/// <summary>
/// 45 CFR 164.530(e)(1) has two exits and no other: 164.502(j) and 164.530(g)(2), which is 160.316. A policy asks about each of their limbs, with at
/// least as many conditions as the clause has: with one too few it would exempt people whom it must not.
/// </summary>
internal static class LegalExits
{
    public static IReadOnlyList<LegalLimb> Limbs { get; } =
    [
        new("45 CFR 164.502(j)(1)", 3),
        new("45 CFR 164.502(j)(2)", 4),
        new("45 CFR 164.530(g)(2), 160.316(a)", 1),
        new("45 CFR 164.530(g)(2), 160.316(b)", 1),
        new("45 CFR 164.530(g)(2), 160.316(c)", 4),
    ];
}

internal sealed record LegalLimb(string Citation, int Conditions);
