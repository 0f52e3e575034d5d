using Training.Hosting;

namespace Training.Scenarios;

internal sealed class RunsAreForPeople()
    : DomainError(ErrorKind.NotAllowed, "This token names no human being, and only people take scenarios. Sign in as yourself.");

internal sealed class RunNotFound(RunId id)
    : DomainError(ErrorKind.NotFound, $"You have no run {id}. List your runs, or start the scenario.");

internal sealed class RunIsFinished(RunId id)
    : DomainError(ErrorKind.NotNow, $"Run {id} is finished: nothing is open in it. Start the scenario again for a new run.");

internal sealed class RunIsNotFinished(RunId id)
    : DomainError(ErrorKind.NotNow, $"Run {id} is not finished yet. A run can be replayed once it has ended.");

internal sealed class StepAlreadyChosen(int step, int openStep, string openScene)
    : DomainError(ErrorKind.Conflict, $"Step {step} has been chosen at already, here or on another device. The run is at step {openStep}, scene '{openScene}': go on there.");

internal sealed class SceneNotOpen(string scene, int step, int openStep, string openScene)
    : DomainError(ErrorKind.NotNow, $"Scene '{scene}' is not open at step {step}. The run is at step {openStep}, scene '{openScene}': choose there.");

internal sealed class NoSuchChoice(string choice, string scene, IEnumerable<string> choices)
    : DomainError(ErrorKind.Invalid, $"Scene '{scene}' has no choice '{choice}'. Choose one of: {string.Join(", ", choices)}.", "choice");

internal sealed class RunDoesNotReplay(RunId id, int step)
    : DomainError(ErrorKind.NotNow, $"What is stored of run {id} does not follow from its archived scenario at step {step}: somebody has changed it. Have the audit log verified, and the database restored.");
