using NodaTime;
using Training.Hosting;

namespace Training.Workforce;

/// <summary>The organisation that a token names, with its policy for roster files.</summary>
internal sealed class RegisteredOrganisation
{
    private const int UsualLeaversLimit = 10;

    public OrganisationId Organisation { get; private init; }

    public string Name { get; private init; } = "";

    public DateTimeOffset Registered { get; private init; }

    /// <summary>A file by which more than so many of a hundred people leave needs confirmation.</summary>
    public int LeaversLimitPercent { get; private init; }

    /// <summary>The effective date of the last roster file.</summary>
    public LocalDate? RosterAsOf { get; private set; }

    public long RegisterVersion { get; private set; }

    public static RegisteredOrganisation Register(OrganisationId id, string name, int leaversLimitPercent, DateTimeOffset now)
    {
        if (!Text.IsName(name))
            throw new OrganisationNameUnusable();
        if (leaversLimitPercent is < 0 or > 100)
            throw new LeaversLimitUnusable(leaversLimitPercent);
        return new RegisteredOrganisation { Organisation = id, Name = name, LeaversLimitPercent = LimitOf(leaversLimitPercent), Registered = now };
    }

    /// <summary>Whether registering it like this again asks for nothing new.</summary>
    public bool IsRegisteredAs(string name, int leaversLimitPercent) => Name == name && LeaversLimitPercent == LimitOf(leaversLimitPercent);

    /// <exception cref="RosterOlderThanLast">A later state is known already.</exception>
    public void RequireNotOlder(LocalDate effectiveOn)
    {
        if (effectiveOn < RosterAsOf)
            throw new RosterOlderThanLast(effectiveOn, RosterAsOf.Value);
    }

    public void TakeRoster(LocalDate effectiveOn)
    {
        RequireNotOlder(effectiveOn);
        RosterAsOf = effectiveOn;
    }

    public bool MustConfirm(int leavers, int present) => leavers * 100L > present * (long)LeaversLimitPercent;

    public long NextRegisterVersion() => ++RegisterVersion;

    private static int LimitOf(int percent) => percent == 0 ? UsualLeaversLimit : percent;
}
