using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Training.Sanctions;

/// <summary>What an officer would have done about a case; level 0 is "no sanction".</summary>
internal sealed record SanctionDraft(string Finding, int Level, string Measure, string Reasons, LocalDate? RemedialDueOn);

/// <summary>A draft as the document that both keys sign. A later proposal takes its place and leaves it where it is.</summary>
internal sealed record SanctionProposal(SanctionDraft Draft, int EarlierViolations, byte[] DocumentHash, Key First, Key? Second)
{
    public bool IsSanction => Draft.Level > 0;

    /// <summary>SHA-256 over the document's canonical form: JSON in UTF-8, without white space, its fields in this order.</summary>
    public static byte[] HashOf(Case file, SanctionDraft draft, int earlierViolations)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("document", "training.sanctions.v1.Proposal");
            json.WriteString("organisation", file.Organisation.ToString());
            json.WriteString("case_id", file.Id.ToString());
            json.WriteString("incident", file.Incident);
            json.WriteString("member_id", file.Subject.ToString());
            json.WriteString("violation_code", file.ViolationCode);
            json.WriteNumber("policy_version", file.PolicyVersion);
            json.WriteNumber("earlier_violations", earlierViolations);
            json.WriteString("finding", draft.Finding);
            json.WriteNumber("level", draft.Level);
            json.WriteString("measure", draft.Measure);
            json.WriteString("reasons", draft.Reasons);
            json.WriteString("remedial_due_on", draft.RemedialDueOn is { } due ? LocalDatePattern.Iso.Format(due) : "");
            json.WriteEndObject();
        }

        return SHA256.HashData(text.WrittenSpan);
    }
}
