using NodaTime;
using Training.Hosting;

namespace Training.Curricula;

/// <summary>Who holds the two offices, as Workforce last told it.</summary>
internal sealed class OfficerRegister
{
    public OrganisationId Organisation { get; init; }

    public long Version { get; private set; }

    public IReadOnlyList<Designation> Designations { get; private set; } = [];

    /// <summary>Takes a newer register; an older one tells nothing new.</summary>
    public void Take(long version, IReadOnlyList<Designation> designations)
    {
        if (version > Version)
            (Version, Designations) = (version, designations);
    }

    public bool Names(MemberId member, Office office, LocalDate day) =>
        Designations.Any(designation => designation.Member == member.Value && designation.Office == office && designation.Covers(day));
}

/// <summary>An office given to somebody; a deputy's is worth the officer's. Without a last day it lasts.</summary>
internal sealed record Designation(Office Office, Guid Member, string From, string Until)
{
    // ISO dates order as text.
    public bool Covers(LocalDate day)
    {
        var iso = NodaTime.Text.LocalDatePattern.Iso.Format(day);
        return string.CompareOrdinal(From, iso) <= 0 && (Until == "" || string.CompareOrdinal(iso, Until) <= 0);
    }
}
