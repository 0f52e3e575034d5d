namespace Training.Scenarios;

/// <summary>How many choices of each kind a run has made.</summary>
internal readonly record struct Tally(int Best, int Acceptable, int Risky, int Violations)
{
    public Tally With(Outcome outcome) => outcome switch
    {
        Outcome.Best => this with { Best = Best + 1 },
        Outcome.Acceptable => this with { Acceptable = Acceptable + 1 },
        Outcome.Risky => this with { Risky = Risky + 1 },
        Outcome.Violation => this with { Violations = Violations + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "A published choice has an outcome."),
    };
}
