namespace Training.Sanctions;

/// <summary>The measures of some constituencies, mildest first, and which of them a level and its repetition allow.</summary>
internal sealed record Schedule(
    string Name, IReadOnlySet<Constituency> For, IReadOnlyList<Measure> Measures, IReadOnlyDictionary<int, IReadOnlyList<MeasureRange>> Ranges)
{
    public bool Has(string measure) => Place(measure) >= 0;

    /// <summary>The range for a level after so many earlier violations in the look-back; the last one holds for all further ones.</summary>
    public MeasureRange Range(int level, int earlier)
    {
        var columns = Ranges[level];
        return columns[Math.Min(earlier, columns.Count - 1)];
    }

    public bool Allows(string measure, int level, int earlier)
    {
        var range = Range(level, earlier);
        return Place(measure) >= Place(range.Mildest) && Place(measure) <= Place(range.Strictest);
    }

    private int Place(string measure)
    {
        for (var place = 0; place < Measures.Count; place++)
        {
            if (Measures[place].Name == measure)
                return place;
        }

        return -1;
    }
}

/// <summary>Such as "written-warning", and what it means.</summary>
internal sealed record Measure(string Name, string Meaning);

internal sealed record MeasureRange(string Mildest, string Strictest)
{
    public override string ToString() => Mildest == Strictest ? Mildest : $"{Mildest} to {Strictest}";
}
