using System.Security.Cryptography;
using System.Text;
using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.GraphQL;
using Training.Contracts;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>Every scenario document beside the program is checked and published, and so is the sanction policy. A document that is in force already stays the version it is.</summary>
internal sealed class PublishContent : IStep
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(PublishContent));

    public string Title => "The scenarios are checked and published";

    public async Task PlayAsync(Stage stage, CancellationToken ct)
    {
        var cast = await Cast.ReadAsync(stage, People.Hospital, ct);
        var officer = cast.As(cast.PrivacyOfficer, Role.PrivacyOfficer);
        var inForce = await ScenarioShelf.ReadAsync(stage, officer, ct);
        var files = stage.Files.Scenarios;
        var published = new List<string>();
        for (var i = 0; i < files.Count; i++)
        {
            stage.Progress.Count(i, files.Count);
            if (await PublishAsync(stage, officer, inForce, files[i], ct))
                published.Add(files[i]);
        }

        stage.Progress.Say(published.Count == files.Count ? $"{files.Count} documents" : $"{published.Count} of {files.Count} documents; the others are left out");
        var policy = await PublishPolicyAsync(stage, officer, ct);
        WarnOfUnknownViolations(stage, published, policy);
    }

    /// <summary>Whether the document is in force now; why not is told.</summary>
    public static async Task<bool> PublishAsync(Stage stage, Persona officer, ScenarioShelf inForce, string file, CancellationToken ct)
    {
        var document = await File.ReadAllTextAsync(file, ct);
        var name = NameOf(file);
        if (ScenarioHead.CodeOf(document) is { } code && code != Path.GetFileNameWithoutExtension(file))
        {
            stage.Progress.Warn($"{name} has the code '{code}' and is left out: a file is called after its code, so that no two replace each other. Rename the file, or change the code.");
            return false;
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(document));
        if (inForce.Has(hash))
            return true;

        var findings = await stage.Gateway.AskAsync<List<Finding>>(officer, Ask["Findings"], new { document }, ct);
        foreach (var finding in findings)
            stage.Progress.Warn($"{name}, line {finding.Line}, {finding.Rule}: {finding.Message}");
        if (findings.Count > 0)
            return false;

        // The version that it replaces is part of the key: going back to an older text is a new version, not a repetition.
        await stage.Gateway.DoAsync<Published>(officer, Ask["PublishScenario"], new { document }, ct, $"{name} {inForce.Signature}");
        return true;
    }

    // A case finds the training that would have prevented it by the violation's code; one that no policy knows finds nothing.
    private static void WarnOfUnknownViolations(Stage stage, List<string> published, PublishedPolicy policy)
    {
        var known = policy.Violations.Select(violation => violation.Code).ToHashSet();
        foreach (var file in published)
        {
            var unknown = ScenarioScript.Read(File.ReadAllText(file), NameOf(file)).Violations.Except(known).ToList();
            if (unknown.Count > 0)
                stage.Progress.Warn($"{NameOf(file)} names {string.Join(", ", unknown)}, which content/sanctions/policy.yaml does not know. Add the violation there, or name one that is there.");
        }
    }

    private static string NameOf(string file) => $"content/scenarios/{Path.GetFileName(file)}";

    private static async Task<PublishedPolicy> PublishPolicyAsync(Stage stage, Persona officer, CancellationToken ct)
    {
        var document = await File.ReadAllTextAsync(stage.Files.SanctionPolicy, ct);
        var policy = await stage.Gateway.DoAsync<PublishedPolicy>(officer, Ask["PublishPolicy"], new { document }, ct);
        stage.Progress.Say($"Sanction policy, version {policy.Version}: {policy.Violations.Count} violations, {policy.Questions.Count} exemption questions");
        return policy;
    }

    private sealed record Finding(int Line, string Rule, string Message);

    private sealed record Published(int Version);

    private sealed record PublishedPolicy(int Version, IReadOnlyList<Violation> Violations, IReadOnlyList<Question> Questions);

    private sealed record Violation(string Code);

    private sealed record Question(string Key);
}
