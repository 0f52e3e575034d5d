using System.Globalization;
using Training.Messaging;

namespace Training.Completions;

/// <summary>Where a page ended in a list that is ordered by rank and instant before the id.</summary>
internal readonly record struct Position(int Rank, DateTimeOffset At, Guid Id) : IComparable<Position>
{
    private const int RankLength = 1, TicksLength = 16;

    /// <exception cref="PageTokenNotReadable">The token is not one of ours.</exception>
    public static Position? From(string token)
    {
        if (token == "")
            return null;
        return token.Length > RankLength + TicksLength
            && int.TryParse(token.AsSpan(0, RankLength), NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            && long.TryParse(token.AsSpan(RankLength, TicksLength), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
            && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(token.AsSpan(RankLength + TicksLength), "N", out var id)
                ? new Position(rank, new DateTimeOffset(ticks, TimeSpan.Zero), id)
                : throw new PageTokenNotReadable();
    }

    public int CompareTo(Position other) => (Rank, At, Id).CompareTo((other.Rank, other.At, other.Id));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}{At.UtcTicks:x16}{Id:N}");
}
