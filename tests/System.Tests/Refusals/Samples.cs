using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Training.System.Tests.Refusals;

/// <summary>What an intruder writes into the fields that name no row.</summary>
internal static class Samples
{
    /// <summary>A healthy house has none of these; tests/Messaging.Tests makes them and tries them with another organisation.</summary>
    public static readonly IReadOnlySet<string> KindsWithoutRows = new HashSet<string> { "dead_letter", "outbox" };

    public static readonly ByteString RosterFile = ByteString.CopyFromUtf8("not a roster\n");

    private static readonly Dictionary<string, string> ByName = new()
    {
        ["page_token"] = "",
        ["title"] = "Taken over",
        ["name"] = "Taken over",
        ["reason"] = "Taken over.",
        ["reasons"] = "Taken over.",
        ["note"] = "Taken over.",
        ["finding"] = "Taken over.",
        ["description"] = "Taken over.",
        ["text"] = "Taken over.",
        ["source"] = "Policy",
        ["edition"] = "2013",
        ["subject"] = "",
        ["code"] = "taken-over",
        ["job_roles"] = "RN",
        ["sites"] = "MAIN",
        ["codes"] = "MAIN",
        ["departments"] = "Emergency",
        ["names"] = "Emergency",
        ["provider"] = "Taken over",
        ["course"] = "Taken over",
        ["time_zone"] = "America/Chicago",
        ["incident"] = "INC-1",
        ["violation_code"] = "P01",
        ["question_id"] = "j-good-faith",
        ["measure"] = "coaching",
        ["reference"] = "HR-1",
        ["scene"] = "number",
        ["choice"] = "confirm",
        ["file_name"] = "roster.psv",
        ["due_on"] = "2099-01-31",
        ["remedial_due_on"] = "2099-01-31",
        ["effective_on"] = "2026-01-31",
        ["executed_on"] = "2026-01-31",
        ["from"] = "2026-01-31",
        ["until"] = "2026-01-31",
    };

    public static string Text(FieldDescriptor field)
    {
        if (field.Name == "document")
            return File.ReadAllText(field.ContainingType.Name.Contains("Policy", StringComparison.Ordinal)
                ? RepositoryRoot.At("content", "sanctions", "policy.yaml")
                : RepositoryRoot.At("content", "scenarios", "faxing-registration.yaml"));
        return ByName.TryGetValue(field.Name, out var text)
            ? text
            : throw new InvalidOperationException($"Nobody has said what an intruder writes into {field.FullName}. Say it in {nameof(Samples)}, so that the RPC is covered.");
    }
}
