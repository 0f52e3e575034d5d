namespace Training.Workforce.Tests;

/// <summary>The rules of an import, told the slow and plain way: what a roster looks like after a file.</summary>
internal sealed class Oracle
{
    private readonly Dictionary<string, Person> _people = [];
    private HashSet<string> _named = [];

    /// <summary>Everybody who was ever on the roster: their line, their manager's number, and how often they changed.</summary>
    public IEnumerable<Person> People => _people.Values.OrderBy(person => person.Line.Number, StringComparer.Ordinal);

    public V1.RosterCounts Import(IReadOnlyList<Line> file, string effectiveOn)
    {
        _named = [.. file.Select(line => line.Number)];
        var counts = new V1.RosterCounts { Lines = file.Count };
        var good = file.Where(line => IsGood(line, file)).ToDictionary(line => line.Number);
        while (Offending(good) is { Count: > 0 } offending)
            offending.ForEach(number => good.Remove(number));
        counts.Rejected = file.Count - good.Count;

        foreach (var line in good.Values)
            Take(line, counts);
        foreach (var person in _people.Values.Where(person => !person.HasLeft && file.All(line => line.Number != person.Line.Number)).ToList())
        {
            Keep(person with { Line = person.Line with { Status = "left", LeftOn = DayBefore(effectiveOn, person.Line.HiredOn) } });
            counts.Left++;
        }
        return counts;
    }

    private bool IsGood(Line line, IReadOnlyList<Line> file) =>
        line.Site != "NOWHERE" && file.Count(other => other.Number == line.Number) == 1 && (line.Status != "left" || _people.ContainsKey(line.Number));

    private List<string> Offending(Dictionary<string, Line> good)
    {
        var unknown = good.Values.Where(line => line.Status != "left" && line.Manager != "" && !Stays(line.Manager, good)).ToList();
        return [.. (unknown.Count > 0 ? unknown : good.Values.Where(line => IsOnCycle(line.Number, good))).Select(line => line.Number)];
    }

    private bool Stays(string number, Dictionary<string, Line> good) =>
        good.TryGetValue(number, out var line) ? line.Status != "left" : IsKept(number);

    private bool IsKept(string number) => _named.Contains(number) && _people.TryGetValue(number, out var person) && !person.HasLeft;

    private bool IsOnCycle(string start, Dictionary<string, Line> good)
    {
        var at = start;
        for (var steps = 0; steps <= good.Count + _people.Count; steps++)
        {
            at = good.TryGetValue(at, out var line) ? line.Status == "left" ? "" : line.Manager : IsKept(at) ? _people[at].Manager : "";
            if (at == start)
                return true;
            if (at == "")
                return false;
        }
        return false;
    }

    private void Take(Line line, V1.RosterCounts counts)
    {
        if (!_people.TryGetValue(line.Number, out var before))
        {
            _people.Add(line.Number, new Person(line with { Manager = "" }, line.Manager, 1));
            counts.Added++;
            return;
        }
        var manager = line.Status == "left" ? before.Manager : line.Manager;
        var after = before with { Line = line with { Manager = "" }, Manager = manager };
        if (after == before)
        {
            counts.Unchanged++;
            return;
        }
        switch (before.HasLeft, after.HasLeft)
        {
            case (true, false):
                counts.Rehired++;
                break;
            case (false, true):
                counts.Left++;
                break;
            default:
                counts.Changed++;
                break;
        }
        Keep(after);
    }

    private void Keep(Person person) => _people[person.Line.Number] = person with { Version = person.Version + 1 };

    private static string DayBefore(string day, string notBefore)
    {
        var before = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).AddDays(-1).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        return string.CompareOrdinal(before, notBefore) < 0 ? notBefore : before;
    }

    internal sealed record Person(Line Line, string Manager, int Version)
    {
        public bool HasLeft => Line.Status == "left";
    }
}
