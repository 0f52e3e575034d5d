using Training.Hosting;

namespace Training.Scenarios;

/// <summary>One person's way through one version of a scenario, one choice at a time.</summary>
internal sealed class Run
{
    private readonly List<MadeChoice> _choices = [];

    public OrganisationId Organisation { get; private init; }

    public RunId Id { get; private init; }

    public MemberId Member { get; private init; }

    public ScenarioId Scenario { get; private init; }

    public int ScenarioVersion { get; private init; }

    public DateTimeOffset Started { get; private init; }

    /// <summary>In the order of their steps. They say where the run is: nothing else of it changes before its end.</summary>
    public IReadOnlyList<MadeChoice> Choices => _choices;

    /// <summary>The number of the scene that is open, from 1.</summary>
    public int Step => _choices.Count + 1;

    public int Best { get; private set; }

    public int Acceptable { get; private set; }

    public int Risky { get; private set; }

    public int Violations { get; private set; }

    public DateTimeOffset? Finished { get; private set; }

    public bool Passed { get; private set; }

    /// <summary>Empty until the end.</summary>
    public byte[] EvidenceHash { get; private set; } = [];

    public Tally Tally
    {
        get => new(Best, Acceptable, Risky, Violations);
        private set => (Best, Acceptable, Risky, Violations) = value;
    }

    public static Run Start(OrganisationId organisation, RunId id, MemberId member, Edition edition, DateTimeOffset now) => new()
    {
        Organisation = organisation,
        Id = id,
        Member = member,
        Scenario = edition.Scenario,
        ScenarioVersion = edition.Version,
        Started = now,
    };

    /// <summary>The run with the choices that were kept.</summary>
    public Run With(IReadOnlyCollection<MadeChoice> choices)
    {
        _choices.Clear();
        _choices.AddRange(choices);
        return this;
    }

    /// <summary>The scene where the next choice is made; after the last choice, the ending.</summary>
    public string Place(ScenarioGraph graph) => _choices is [.., var last] ? graph.Scenes[last.Scene].Choices[last.Choice].Next : graph.Start;

    /// <summary>Chooses at the open scene and goes on to where the choice leads.</summary>
    public MadeChoice Choose(Edition edition, string scene, int step, string key, DateTimeOffset now)
    {
        if (Finished is not null)
            throw new RunIsFinished(Id);
        var place = Place(edition.Graph);
        if (step < Step)
            throw new StepAlreadyChosen(step, Step, place);
        if (step > Step || scene != place)
            throw new SceneNotOpen(scene, step, Step, place);
        var choices = edition.Graph.Scenes[place].Choices;
        if (!choices.TryGetValue(key, out var choice))
            throw new NoSuchChoice(key, place, choices.Keys);

        var made = new MadeChoice { Organisation = Organisation, Run = Id, Step = Step, Scene = place, Choice = key, At = now };
        _choices.Add(made);
        if (edition.Graph.Endings.ContainsKey(choice.Next))
            Finish(edition, now);
        return made;
    }

    private void Finish(Edition edition, DateTimeOffset now)
    {
        Tally = _choices.Aggregate(new Tally(), (tally, made) => tally.With(edition.Graph.Scenes[made.Scene].Choices[made.Choice].Outcome));
        Passed = edition.Graph.Pass.Passes(Tally);
        EvidenceHash = Evidence.Hash(edition, Member, _choices);
        Finished = now;
    }
}
