using Training.Hosting;

namespace Training.Sanctions;

internal sealed class NoPolicyInForce()
    : DomainError(ErrorKind.NotNow, "No sanction policy is in force. The privacy officer publishes one first (content/sanctions/policy.yaml is a start).");

internal sealed class PolicyVersionNotFound(int version)
    : DomainError(ErrorKind.NotFound, $"There is no version {version} of the sanction policy. Version 0 asks for the one in force.", "version");

internal sealed class PolicyHasFindings(IReadOnlyList<PolicyFinding> findings)
    : DomainError(ErrorKind.Invalid, $"The document has {findings.Count} finding(s), so nothing was published. Mend them (VerifyPolicy lists all). {First(findings)}", "document")
{
    private static string First(IReadOnlyList<PolicyFinding> findings) =>
        string.Join(" ", findings.Take(3).Select(finding => $"Line {finding.Line}, {finding.Rule}: {finding.Message}"));
}

internal sealed class ViolationNotInCatalogue(IReadOnlyList<Violation> catalogue)
    : DomainError(ErrorKind.Invalid, $"That is no violation code of the policy in force. Send one of {string.Join(", ", catalogue.Select(v => v.Code))}.", "violation_code");
