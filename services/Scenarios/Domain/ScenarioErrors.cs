using Training.Hosting;

namespace Training.Scenarios;

internal sealed class ScenarioNotFound(ScenarioId id)
    : DomainError(ErrorKind.NotFound, $"There is no scenario {id}. List the scenarios to find its id.");

internal sealed class ScenarioVersionNotFound(ScenarioId id, int version)
    : DomainError(ErrorKind.NotFound, $"Scenario {id} has no version {version}. Ask for version 0 to get the newest.");

internal sealed class ScenarioNotPublishable(IReadOnlyList<Finding> findings)
    : DomainError(ErrorKind.Invalid, $"The document has {findings.Count} findings; nothing was published. {Show(findings)}", "document")
{
    private const int Shown = 5;

    private static string Show(IReadOnlyList<Finding> findings) =>
        string.Join(' ', findings.Take(Shown).Select(finding => $"Line {finding.Line}: {finding.Rule}: {finding.Message}"))
        + (findings.Count > Shown ? " VerifyScenario lists all of them." : "");
}
