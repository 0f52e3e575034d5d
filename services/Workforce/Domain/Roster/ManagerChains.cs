namespace Training.Workforce;

/// <summary>
/// Who reports to whom after the file: settles which lines can hold. A line is refused that names a manager who is not there, or that stands on
/// a cycle. A refused line leaves its person as they are, which can break others; so it goes on until nothing is left to refuse.
/// </summary>
internal sealed class ManagerChains
{
    private const int MostNamed = 8;

    private readonly Dictionary<string, RosterLine> _lines;
    private readonly Dictionary<string, string> _kept;
    private readonly Func<string, string?> _presentManager;
    private readonly List<RosterReject> _refused = [];
    private readonly Queue<string> _unsettled = [];
    private ILookup<string, RosterLine>? _reports;

    /// <param name="lines">By employee number; those that are refused are taken out.</param>
    /// <param name="refusedBefore">The employee numbers of lines that are refused already.</param>
    /// <param name="presentManager">The present manager's number of somebody who is on the roster, empty when they have none; null when the person is not on it.</param>
    public ManagerChains(Dictionary<string, RosterLine> lines, IEnumerable<string> refusedBefore, Func<string, string?> presentManager)
    {
        (_lines, _presentManager) = (lines, presentManager);
        _kept = [];
        foreach (var number in refusedBefore)
        {
            if (presentManager(number) is { } manager)
                _kept[number] = manager;
        }
    }

    public IReadOnlyList<RosterReject> Settle()
    {
        foreach (var line in _lines.Values.ToList())
            RequireManager(line);
        SettleQueue();
        foreach (var cycle in FindCycles())
            RefuseCycle(cycle);
        SettleQueue();
        return _refused;
    }

    private bool Stays(string number) => _lines.TryGetValue(number, out var line) ? !line.Told.HasLeft : _kept.ContainsKey(number);

    // Whoever leaves has no manager any more.
    private string ManagerOf(string number) =>
        _lines.TryGetValue(number, out var line) ? line.Told.HasLeft ? "" : line.ManagerNumber : _kept.GetValueOrDefault(number, "");

    private void RequireManager(RosterLine line)
    {
        if (!line.Told.HasLeft && line.ManagerNumber != "" && !Stays(line.ManagerNumber))
            Refuse(line, $"Manager {line.ManagerNumber} is not on the roster by this file. Add or correct their line, or name another manager.");
    }

    private void Refuse(RosterLine line, string reason)
    {
        if (!_lines.Remove(line.EmployeeNumber))
            return;
        _refused.Add(RosterReject.Of(line, RosterColumns.ManagerNumber, reason));
        if (_presentManager(line.EmployeeNumber) is { } manager)
            _kept[line.EmployeeNumber] = manager;
        _unsettled.Enqueue(line.EmployeeNumber);
    }

    private void SettleQueue()
    {
        while (_unsettled.TryDequeue(out var number))
        {
            if (_kept.ContainsKey(number))
            {
                if (CycleThrough(number) is { } cycle)
                    RefuseCycle(cycle);
                continue;
            }
            _reports ??= _lines.Values.ToLookup(line => line.ManagerNumber);
            foreach (var report in _reports[number])
                RequireManager(report);
        }
    }

    private List<List<string>> FindCycles()
    {
        List<List<string>> cycles = [];
        var seenOnWalk = new Dictionary<string, int>(_lines.Count);
        var walk = 0;
        foreach (var start in _lines.Keys)
        {
            walk++;
            var at = start;
            while (at != "" && seenOnWalk.TryAdd(at, walk))
                at = ManagerOf(at);
            if (at != "" && seenOnWalk[at] == walk && CycleThrough(at) is { } cycle)
            {
                cycles.Add(cycle);
            }
        }
        return cycles;
    }

    private List<string>? CycleThrough(string number)
    {
        List<string> chain = [number];
        HashSet<string> seen = [number];
        for (var at = ManagerOf(number); at != number; at = ManagerOf(at))
        {
            // Another cycle further up is found from its own members.
            if (at == "" || !seen.Add(at))
                return null;
            chain.Add(at);
        }
        return chain;
    }

    private void RefuseCycle(List<string> cycle)
    {
        var named = string.Join(" → ", cycle.Take(MostNamed)) + (cycle.Count > MostNamed ? $" → … ({cycle.Count} people)" : "") + $" → {cycle[0]}";
        foreach (var number in cycle)
        {
            if (_lines.TryGetValue(number, out var line))
                Refuse(line, $"The managers form a cycle: {named}. Correct one of these lines.");
        }
    }
}
