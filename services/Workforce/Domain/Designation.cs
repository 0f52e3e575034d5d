using NodaTime;
using Training.Hosting;

namespace Training.Workforce;

/// <summary>Who holds an office, or stands in for its holder, from when until when.</summary>
internal sealed class Designation
{
    public OrganisationId Organisation { get; private init; }

    public DesignationId Id { get; private init; }

    public Office Office { get; private init; }

    public MemberId Member { get; private init; }

    public bool Deputy { get; private init; }

    public LocalDate From { get; private init; }

    /// <summary>The last day, once it is known.</summary>
    public LocalDate? Until { get; private set; }

    /// <param name="id">Its id.</param>
    /// <param name="office">Which office.</param>
    /// <param name="member">Of the present workforce.</param>
    /// <param name="deputy">Whether they stand in.</param>
    /// <param name="from">The first day.</param>
    /// <param name="register">Every designation of the organisation so far.</param>
    public static Designation Make(DesignationId id, Office office, Member member, bool deputy, LocalDate from, IReadOnlyCollection<Designation> register)
    {
        if (member.HasLeft)
            throw new MemberHasLeft(member.LeftOn!.Value);
        var later = register.Where(other => other.Office == office && other.LastsOn(from)).ToList();
        if (later.Find(other => other.Member == member.Id && other.Deputy == deputy) is { } same)
            throw new DesignatedAlready(same.Id);
        if (!deputy && later.Find(other => !other.Deputy) is { } holder)
            throw new OfficeHeld(holder.Id);
        return new Designation { Organisation = member.Organisation, Id = id, Office = office, Member = member.Id, Deputy = deputy, From = from };
    }

    public void End(LocalDate until)
    {
        if (Until is { } ended)
            throw new DesignationEnded(ended);
        if (until < From)
            throw new EndBeforeBeginning(From);
        Until = until;
    }

    /// <summary>Ends with the member's employment; one that had not begun has no day at all.</summary>
    public bool EndWithEmployment(LocalDate leftOn)
    {
        if (Until <= leftOn)
            return false;
        Until = leftOn;
        return true;
    }

    private bool LastsOn(LocalDate day) => Until is null || Until >= day;
}
