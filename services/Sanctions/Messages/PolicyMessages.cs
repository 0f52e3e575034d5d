using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Training.Sanctions.V1;

namespace Training.Sanctions;

/// <summary>The policy as the contract shows it.</summary>
internal static class PolicyMessages
{
    public static Policy ToMessage(this PolicyInForce inForce)
    {
        var (version, policy) = inForce;
        return new Policy
        {
            Version = version.Version,
            Title = policy.Title,
            Document = version.Document,
            ContentHash = ByteString.CopyFrom(version.ContentHash),
            Published = version.Published.ToTimestamp(),
            Violations = { policy.Violations.Select(ToMessage) },
            Questions = { policy.Questions.Select(question => new V1.ExemptionQuestion { Id = question.Id, Text = question.Text, Citation = question.Citation }) },
        };
    }

    public static VerifyPolicyResponse ToMessage(this IReadOnlyList<PolicyFinding> findings) => new()
    {
        Findings = { findings.Select(finding => new V1.PolicyFinding { Line = finding.Line, Rule = finding.Rule, Message = finding.Message }) },
    };

    private static V1.Violation ToMessage(Violation violation) => new()
    {
        Code = violation.Code,
        Description = violation.Description,
        LowestLevel = violation.LowestLevel,
        HighestLevel = violation.HighestLevel,
        Decisions = { violation.Decisions },
    };
}
