using HotChocolate.Types;
using HotChocolate.Types.Relay;
using Training.Scenarios.V1;

namespace Training.Gateway.Types;

[MutationType]
internal static partial class ScenariosMutations
{
    /// <summary>Publishes a document as the next version of the scenario that it names; the same document again is the same version.</summary>
    /// <param name="document">YAML, at most 256 KiB.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<Scenario> PublishScenarioAsync(
        string document, string? idempotencyKey, ScenarioLibrary.ScenarioLibraryClient library, TimeProvider clock, CancellationToken ct) =>
        new(await library.PublishScenarioAsync(new PublishScenarioRequest { Document = document }, Command.Once(idempotencyKey, clock), cancellationToken: ct));

    /// <summary>You begin to take the newest version of a scenario; a run that you have not finished is given back instead.</summary>
    /// <param name="scenarioId">Which scenario.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>]
    public static async Task<Run> StartRunAsync(
        [ID<Scenario>] string scenarioId, string? idempotencyKey, Runs.RunsClient runs, TimeProvider clock, CancellationToken ct) =>
        new(await runs.StartRunAsync(new StartRunRequest { ScenarioId = scenarioId }, Command.Once(idempotencyKey, clock), cancellationToken: ct));

    /// <summary>You choose at the open scene of your run, and see what comes of it.</summary>
    /// <param name="runId">Your run.</param>
    /// <param name="scene">The open scene's key, as the run showed it.</param>
    /// <param name="step">The open scene's number.</param>
    /// <param name="choice">The option's key.</param>
    /// <param name="idempotencyKey">Your own key of this request: repeated with the same key it takes effect once.</param>
    [Error<InvalidInputError>, Error<NotFoundError>, Error<NotAllowedError>, Error<NotNowError>, Error<ConflictError>]
    public static async Task<ChoiceAnswer> ChooseAsync(
        [ID<Run>] string runId, string scene, int step, string choice, string? idempotencyKey, Runs.RunsClient runs, TimeProvider clock, CancellationToken ct) =>
        new(await runs.ChooseAsync(
            new ChooseRequest { RunId = runId, Scene = scene, Step = step, Choice = choice }, Command.Once(idempotencyKey, clock), cancellationToken: ct));
}

/// <summary>What came of a choice, and either the next scene or the result.</summary>
internal sealed class ChoiceAnswer(ChooseResponse message)
{
    /// <summary>The choice, and what came of it.</summary>
    public ChoiceMade Made => new(message.Made);

    /// <summary>The next scene; none where the run is finished.</summary>
    public Scene? Next => message.Next is { } next ? new Scene(next) : null;

    /// <summary>How the run ended; none while it goes on.</summary>
    public RunResult? Result => message.Result is { } result ? new RunResult(result) : null;
}
