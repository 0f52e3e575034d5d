using NodaTime;
using Training.Hosting;
using Training.Messaging;

namespace Training.Completions;

/// <summary>Which assignments a list shows: of which states, and of the open ones only those that are late, or only those that are not.</summary>
internal sealed record StateFilter(AssignmentState[] States, bool? Late)
{
    public static readonly StateFilter All = new([AssignmentState.Open, AssignmentState.Completed, AssignmentState.Closed], Late: null);
    public static readonly StateFilter Open = new([AssignmentState.Open], Late: false);
    public static readonly StateFilter Overdue = new([AssignmentState.Open], Late: true);
    public static readonly StateFilter Completed = new([AssignmentState.Completed], Late: null);
    public static readonly StateFilter Closed = new([AssignmentState.Closed], Late: null);
}

/// <summary>Members as the roster tells of them now, who meet everything that is set.</summary>
internal sealed record RosterFilter(string Site = "", string Department = "", MemberId? Manager = null, string JobRole = "")
{
    public bool IsEmpty => this == new RosterFilter();

    public IQueryable<MemberId> Of(CompletionsDb db)
    {
        IQueryable<RosterMember> members = db.Members;
        if (Site != "")
            members = members.Where(member => member.Site == Site);
        if (Department != "")
            members = members.Where(member => member.Department == Department);
        if (Manager is { } manager)
            members = members.Where(member => member.Manager == manager);
        if (JobRole != "")
            members = members.Where(member => member.JobRole == JobRole);
        return members.Select(member => member.Id);
    }
}

/// <summary>Assignments that meet everything that is set.</summary>
internal sealed record AssignmentFilter(
    StateFilter State, RosterFilter Roster, DutyId? Campaign = null, MemberId? Member = null, CurriculumId? Curriculum = null, DutySource? Source = null,
    LocalDate? DueBefore = null)
{
    public static readonly AssignmentFilter Everything = new(StateFilter.All, new RosterFilter());

    private bool AsksForDuties => Curriculum is not null || Source is not null || DueBefore is not null;

    /// <summary>A range of the index for each state; together they are the list.</summary>
    public IReadOnlyList<Func<IQueryable<Assignment>, IQueryable<Assignment>>> Ranges(CompletionsDb db, DateTimeOffset now) =>
        [.. State.States.Select(state => (Func<IQueryable<Assignment>, IQueryable<Assignment>>)(all => Narrow(all.Where(a => a.State == state), db, now)))];

    /// <summary>The same as one, where order is not asked of an index.</summary>
    public IListFilter<Assignment> In(CompletionsDb db, DateTimeOffset now) => new OnRecord(this, db, now);

    private IQueryable<Assignment> Narrow(IQueryable<Assignment> assignments, CompletionsDb db, DateTimeOffset now)
    {
        if (Campaign is { } campaign)
            assignments = assignments.Where(a => a.Duty == campaign);
        if (Member is { } member)
            assignments = assignments.Where(a => a.Member == member);
        if (AsksForDuties)
            assignments = assignments.Where(a => Duties(db).Contains(a.Duty));
        if (DueBefore is { } day)
        {
            // What was due the day before has ended everywhere by then; this much the index knows.
            var over = Deadline.OverEverywhere(day.PlusDays(-1));
            assignments = assignments.Where(a => a.Due <= over);
        }
        if (!Roster.IsEmpty)
            assignments = assignments.Where(a => Roster.Of(db).Contains(a.Member));
        return State.Late switch
        {
            null => assignments,
            true => assignments.Where(a => a.Due <= now),
            false => assignments.Where(a => a.Due > now),
        };
    }

    // Other tables are asked for some conditions: only a filter that sets nothing has a shape.
    private sealed record OnRecord(AssignmentFilter Filter, CompletionsDb Db, DateTimeOffset Now) : IListFilter<Assignment>
    {
        public object? Shape => Filter == Everything ? nameof(Everything) : null;

        public IQueryable<Assignment> Narrow(IQueryable<Assignment> rows) =>
            Filter.Narrow(Filter.State == StateFilter.All ? rows : rows.Where(a => Filter.State.States.Contains(a.State)), Db, Now);
    }

    private IQueryable<DutyId> Duties(CompletionsDb db)
    {
        IQueryable<Duty> duties = db.Duties;
        if (Curriculum is { } curriculum)
            duties = duties.Where(duty => duty.Curriculum == curriculum);
        if (Source is { } source)
            duties = duties.Where(duty => duty.Source == source);
        if (DueBefore is { } day)
            duties = duties.Where(duty => duty.DueOn < day);
        return duties.Select(duty => duty.Id);
    }
}

internal enum AssignmentOrder
{
    OldestFirst,
    Due,
}
