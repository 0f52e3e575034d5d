using Training.Hosting;

namespace Training.Scenarios;

/// <summary>One person's way through one version of a scenario, one choice at a time.</summary>
internal sealed class Run
{
    public OrganisationId Organisation { get; private init; }

    public RunId Id { get; private init; }

    public MemberId Member { get; private init; }

    public ScenarioId Scenario { get; private init; }

    public int ScenarioVersion { get; private init; }

    public DateTimeOffset Started { get; private init; }

    /// <summary>The number of the scene that is open, from 1; after the end, one more than choices were made. Of two choices at one step one is kept.</summary>
    public int Step { get; private set; }

    /// <summary>The scene where the next choice is made; after the end, the ending.</summary>
    public string Place { get; private set; } = "";

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
        Step = 1,
        Place = edition.Graph.Start,
    };

    /// <summary>Chooses at the open scene and goes on to where the choice leads.</summary>
    public MadeChoice Choose(ScenarioGraph graph, string scene, int step, string key, DateTimeOffset now)
    {
        if (Finished is not null)
            throw new RunIsFinished(Id);
        if (step < Step)
            throw new StepAlreadyChosen(step, Step, Place);
        if (step > Step || scene != Place)
            throw new SceneNotOpen(scene, step, Step, Place);
        var choices = graph.Scenes[Place].Choices;
        if (!choices.TryGetValue(key, out var choice))
            throw new NoSuchChoice(key, Place, choices.Keys);

        var made = new MadeChoice { Organisation = Organisation, Run = Id, Step = Step, Scene = Place, Choice = key, At = now };
        Tally = Tally.With(choice.Outcome);
        Step++;
        Place = choice.Next;
        if (graph.Endings.ContainsKey(Place))
            (Finished, Passed) = (now, graph.Pass.Passes(Tally));
        return made;
    }

    /// <summary>Closes a finished run with the proof of what was chosen.</summary>
    public void Seal(Edition edition, IReadOnlyList<MadeChoice> choices) => EvidenceHash = Evidence.Hash(edition, Member, choices);
}
