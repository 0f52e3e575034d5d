using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;

namespace Training.System.Tests.Refusals;

/// <summary>What kind of thing an id field names: <c>campaign_id</c> a campaign, and so does <c>id</c> of a Campaign and of a GetCampaignRequest.</summary>
internal static partial class Kinds
{
    public const string EmployeeNumber = "employee_number";

    // Where the contract has two names for one thing.
    private static readonly Dictionary<string, string> Same = new() { ["import"] = "roster_import", ["case_summary"] = "case" };

    /// <returns>The kind, or null for a field that names nothing, or nothing that one can ask for.</returns>
    public static string? Of(FieldDescriptor field)
    {
        if (field.FieldType != FieldType.String)
            return null;
        var name = field.Name switch
        {
            "id" => Snake(Request().Match(field.ContainingType.Name) is { Success: true } request ? request.Groups["thing"].Value : field.ContainingType.Name),
            "ids" => Snake(Request().Match(field.ContainingType.Name).Groups["thing"].Value),
            EmployeeNumber => EmployeeNumber,
            "source_id" or "question_id" => null,
            var other when other.EndsWith("_id", StringComparison.Ordinal) => other[..^3],
            "employee_numbers" => EmployeeNumber,
            var several when several.EndsWith("_ids", StringComparison.Ordinal) => several[..^4],
            _ => null,
        };
        return name is null ? null : Same.GetValueOrDefault(name, name);
    }

    private static string Snake(string name) => Word().Replace(name, "_$0").TrimStart('_').ToLowerInvariant();

    [GeneratedRegex("^[A-Z][a-z]+(?<thing>[A-Z]\\w*)Request$")]
    private static partial Regex Request();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Word();
}
