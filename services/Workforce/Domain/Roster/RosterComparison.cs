using System.Globalization;
using NodaTime;
using Training.Hosting;

namespace Training.Workforce;

/// <summary>Compares a file with the roster. Preview and import do the very same; only the latter writes down what comes out.</summary>
internal sealed class RosterComparison
{
    private const int MostNamed = 8;

    private readonly OrganisationId _organisation;
    private readonly Dictionary<string, Member> _known;
    private readonly Lazy<Dictionary<MemberId, string>> _numbers;
    private readonly LocalDate _effectiveOn;
    private readonly Func<MemberId> _newId;

    /// <param name="organisation">Whose roster.</param>
    /// <param name="known">Everybody who is on the roster, and of those who have left all whom the file names.</param>
    /// <param name="effectiveOn">The day whose state the file tells.</param>
    /// <param name="newId">An id for somebody who is new.</param>
    public RosterComparison(OrganisationId organisation, IEnumerable<Member> known, LocalDate effectiveOn, Func<MemberId> newId)
    {
        _organisation = organisation;
        _known = known.ToDictionary(member => member.EmployeeNumber);
        _numbers = new(() => _known.Values.ToDictionary(member => member.Id, member => member.EmployeeNumber));
        _effectiveOn = effectiveOn;
        _newId = newId;
    }

    public RosterOutcome Compare(RosterFile file)
    {
        var rejects = file.Rejects.ToList();
        var lines = LinesThatHold(file, rejects);
        var named = file.Lines.Select(line => line.EmployeeNumber).Concat(file.Rejects.Select(reject => reject.EmployeeNumber)).ToHashSet();

        List<MemberChange> changes = [];
        AddTold(file.Lines.Where(line => lines.ContainsKey(line.EmployeeNumber)), changes);
        var unchanged = lines.Count - changes.Count;
        var present = _known.Values.Where(member => !member.HasLeft).ToList();
        changes.AddRange(present.Where(member => !named.Contains(member.EmployeeNumber))
            .Select(member => MemberChange.Leaving(member, Next(member.LeaveBefore(_effectiveOn)))));

        int Count(ChangeKind kind) => changes.Count(change => change.Kind == kind);
        rejects.Sort((a, b) => a.Line.CompareTo(b.Line));
        var counts = new RosterCounts(
            file.Count, Count(ChangeKind.Added), Count(ChangeKind.Changed), unchanged, Count(ChangeKind.Left), Count(ChangeKind.Rehired), rejects.Count);
        return new RosterOutcome(changes, rejects, counts, present.Count);
    }

    private Dictionary<string, RosterLine> LinesThatHold(RosterFile file, List<RosterReject> rejects)
    {
        var lines = new Dictionary<string, RosterLine>(file.Lines.Count);
        var twice = NumbersOnSeveralLines(file);
        foreach (var line in file.Lines)
        {
            if (twice.TryGetValue(line.EmployeeNumber, out var where))
                rejects.Add(RosterReject.Of(line, RosterColumns.EmployeeNumber, $"Employee number {line.EmployeeNumber} stands on lines {where}. Keep one of them."));
            else if (line.Told.HasLeft && !_known.ContainsKey(line.EmployeeNumber))
                rejects.Add(RosterReject.Of(line, RosterColumns.Status, "Nobody with this number was ever on the roster. Leave out the lines of people who left before."));
            else
                lines.Add(line.EmployeeNumber, line);
        }
        var chains = new ManagerChains(lines, rejects.Select(reject => reject.EmployeeNumber), PresentManager);
        rejects.AddRange(chains.Settle());
        return lines;
    }

    private static Dictionary<string, string> NumbersOnSeveralLines(RosterFile file)
    {
        var first = new Dictionary<string, int>(file.Count);
        var several = new Dictionary<string, List<int>>();
        foreach (var (number, line) in file.Lines.Select(line => (line.EmployeeNumber, line.Line))
            .Concat(file.Rejects.Where(reject => reject.EmployeeNumber != "").Select(reject => (reject.EmployeeNumber, reject.Line))))
        {
            if (first.TryAdd(number, line))
                continue;
            if (!several.TryGetValue(number, out var all))
                several.Add(number, all = [first[number]]);
            all.Add(line);
        }
        return several.ToDictionary(one => one.Key, one => Named(one.Value));
    }

    private static string Named(List<int> lines) =>
        string.Join(", ", lines.Order().Take(MostNamed).Select(line => line.ToString(CultureInfo.InvariantCulture))) + (lines.Count > MostNamed ? ", …" : "");

    // A manager who has left, and whom the file does not name, is nobody's manager any more.
    private string? PresentManager(string number) =>
        !_known.TryGetValue(number, out var member) || member.HasLeft ? null
        : member.Manager is { } manager ? _numbers.Value.GetValueOrDefault(manager, "") : "";

    private void AddTold(IEnumerable<RosterLine> told, List<MemberChange> changes)
    {
        var newIds = new Dictionary<string, MemberId>();
        foreach (var line in told)
        {
            var before = _known.GetValueOrDefault(line.EmployeeNumber);
            var after = line.Told with
            {
                Organisation = _organisation,
                Id = IdOf(line.EmployeeNumber, newIds),
                Manager = line.Told.HasLeft ? before!.Manager : line.ManagerNumber == "" ? null : IdOf(line.ManagerNumber, newIds),
                Version = before?.Version ?? 0,
                Change = before?.Change ?? 0,
            };
            if (after != before)
                changes.Add(Change(before, Next(after)));
        }
    }

    private MemberChange Change(Member? before, Member after) => (before, after) switch
    {
        (null, _) => new(ChangeKind.Added, null, after, _effectiveOn),
        ({ HasLeft: true }, { HasLeft: false }) => new(ChangeKind.Rehired, before, after, _effectiveOn),
        ({ HasLeft: false }, { HasLeft: true }) => MemberChange.Leaving(before, after),
        _ => new(ChangeKind.Changed, before, after, _effectiveOn),
    };

    private MemberId IdOf(string number, Dictionary<string, MemberId> newIds)
    {
        if (_known.TryGetValue(number, out var member))
            return member.Id;
        if (!newIds.TryGetValue(number, out var id))
            newIds.Add(number, id = _newId());
        return id;
    }

    private static Member Next(Member member) => member with { Version = member.Version + 1 };
}
