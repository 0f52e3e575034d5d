using System.Text.RegularExpressions;

namespace Training.Sanctions;

/// <summary>Reads a policy's document (content/sanctions/README.md).</summary>
internal sealed partial class PolicyReader
{
    private readonly PolicyFindings _findings = new();

    /// <returns>The policy if there are no findings, and the findings.</returns>
    public static (SanctionPolicy? Policy, IReadOnlyList<PolicyFinding> Findings) Read(string document)
    {
        var reader = new PolicyReader();
        var policy = YamlText.Read(document, reader._findings) is { } root ? reader.Read(root) : null;
        if (reader._findings.None)
            PolicyRules.Check(policy!, reader._findings);
        return (reader._findings.None ? policy : null, reader._findings.All);
    }

    private SanctionPolicy Read(YamlSection root)
    {
        var policy = new SanctionPolicy(
            root.Text("title", 120),
            root.Number("look-back-months", 1, 120) ?? 0,
            [.. Sections(root, "levels").Select(Level)],
            [.. Sections(root, "violations").Select(ReadViolation)],
            [.. Sections(root, "schedules").Select(ReadSchedule)],
            [.. Sections(root, "exemptions").Select(ReadExemption)]);
        root.Close();
        return policy;
    }

    private static IEnumerable<(Word Key, YamlSection Value)> Sections(YamlSection parent, string key) => parent.Section(key)?.Sections() ?? [];

    private SanctionLevel Level((Word Key, YamlSection Value) level)
    {
        var (key, section) = level;
        if (key.Text is not [>= '1' and <= '4'])
            _findings.Add(key.Line, YamlSection.UnknownKey, "Levels are 1, 2, 3 and 4, from the least to the gravest.");
        var read = new SanctionLevel(key.Text[0] - '0', section.Text("name", 80), section.Text("meaning"), section.Number("training-days", 1, 365, optional: true));
        section.Close();
        return read;
    }

    private Violation ReadViolation((Word Key, YamlSection Value) violation)
    {
        var (key, section) = violation;
        Require(CodeShape(), key, "A violation code is a letter and two digits, such as P01.");
        var strand = Choice<Strand>(section, "strand");
        var (lowest, highest) = (section.Number("lowest", 1, SanctionPolicy.HighestLevel) ?? 1, section.Number("highest", 1, SanctionPolicy.HighestLevel) ?? 4);
        if (lowest > highest)
            _findings.Add(section.Line, YamlSection.WrongValue, $"{key.Text} is at least level {lowest} and at most {highest}. Turn them round.");
        var decisions = section.Words("decisions", mayBeEmpty: true);
        foreach (var decision in decisions)
            Require(DecisionShape(), decision, "A decision is a letter and a number, such as F1.");
        var read = new Violation(key.Text, section.Text("description"), strand, lowest, highest, [.. decisions.Select(decision => decision.Text)]);
        section.Close();
        return read;
    }

    private Schedule ReadSchedule((Word Key, YamlSection Value) schedule)
    {
        var (key, section) = schedule;
        var constituencies = section.Words("for").Select(word => Choice<Constituency>(word)).ToHashSet();
        var measures = section.Section("measures");
        var read = new Schedule(
            key.Text, constituencies, [.. (measures?.Keys ?? []).Select(measure => new Measure(measure.Text, measures!.Text(measure.Text)))], Ranges(section, measures));
        section.Close();
        return read;
    }

    private Dictionary<int, IReadOnlyList<MeasureRange>> Ranges(YamlSection schedule, YamlSection? measures)
    {
        var order = (measures?.Keys ?? []).Select(measure => measure.Text).ToList();
        var levels = schedule.Section("levels");
        var ranges = new Dictionary<int, IReadOnlyList<MeasureRange>>();
        for (var level = 1; levels is not null && level <= SanctionPolicy.HighestLevel; level++)
            ranges[level] = [.. levels.Words($"{level}").Select(word => Range(word, order))];
        levels?.Close();
        return ranges;
    }

    private MeasureRange Range(Word word, List<string> measures)
    {
        var parts = word.Text.Split("..");
        var range = new MeasureRange(parts[0].Trim(), parts[^1].Trim());
        var (mildest, strictest) = (measures.IndexOf(range.Mildest), measures.IndexOf(range.Strictest));
        if (parts.Length > 2 || mildest < 0 || strictest < 0)
            _findings.Add(word.Line, "UNKNOWN_MEASURE", $"'{word.Text}' is not one of this schedule's measures, nor two of them as 'mildest..strictest'.");
        else if (mildest > strictest)
            _findings.Add(word.Line, "RANGE_REVERSED", $"'{word.Text}' begins with the stricter measure. Measures are listed mildest first; turn the range round.");
        return range;
    }

    private Exemption ReadExemption((Word Key, YamlSection Value) exemption)
    {
        var (key, section) = exemption;
        var read = new Exemption(
            key.Text, section.Text("citation", 80), section.Text("title", 120),
            [.. Sections(section, "conditions").Select(condition => new Condition(condition.Key.Text, Questions(condition.Value)))]);
        section.Close();
        return read;
    }

    private IReadOnlyList<Question> Questions(YamlSection condition)
    {
        var questions = new List<Question>();
        foreach (var key in condition.Keys)
        {
            Require(QuestionShape(), key, "A question's id is lower-case words joined by hyphens, such as oversight-agency.");
            questions.Add(new Question(key.Text, condition.Text(key.Text)));
        }

        if (questions.Count == 0)
            _findings.Add(condition.Line, YamlSection.Missing, $"{condition.Name} has no question. A condition holds if any of its questions is answered with yes.");
        return questions;
    }

    private T Choice<T>(YamlSection section, string key) where T : struct, Enum => Choice<T>(new Word(section.Text(key), section.Line));

    private T Choice<T>(Word word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Kebab(value) == word.Text)
                return value;
        }

        if (word.Text != "")
            _findings.Add(word.Line, YamlSection.WrongValue, $"'{word.Text}' is none of {string.Join(", ", Enum.GetValues<T>().Select(Kebab))}.");
        return default;
    }

    private void Require(Regex shape, Word word, string message)
    {
        if (!shape.IsMatch(word.Text))
            _findings.Add(word.Line, YamlSection.WrongValue, $"'{word.Text}' is not right. {message}");
    }

    private static string Kebab<T>(T value) where T : struct, Enum => WordBorder().Replace(value.ToString(), "-").ToLowerInvariant();

    [GeneratedRegex(@"\A[A-Z]\d\d\z")]
    private static partial Regex CodeShape();

    [GeneratedRegex(@"\A[A-Z]\d{1,2}\z")]
    private static partial Regex DecisionShape();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex QuestionShape();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordBorder();
}
