using System.Security.Cryptography;
using System.Text;
using Training.Contracts;
using Training.Sanctions.V1;
using Training.Scenarios.V1;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>Every scenario document beside the program is checked and published, and so is the sanction policy. A document that is in force already stays the version it is.</summary>
internal sealed class PublishContent : IStep
{
    private const string Step = "publish";

    public string Title => "The scenarios are checked and published";

    public async Task PlayAsync(Stage stage, CancellationToken ct)
    {
        var cast = await Cast.ReadAsync(stage, People.Hospital);
        var officer = cast.As(cast.PrivacyOfficer, Role.PrivacyOfficer);
        var inForce = await ScenarioShelf.ReadAsync(stage, officer);
        var files = stage.Files.Scenarios;
        for (var i = 0; i < files.Count; i++)
        {
            stage.Progress.Count(i, files.Count);
            await PublishAsync(stage, officer, inForce, files[i], ct);
        }

        stage.Progress.Say($"{files.Count} documents");
        await PublishPolicyAsync(stage, officer, ct);
    }

    public static async Task PublishAsync(Stage stage, Persona officer, ScenarioShelf inForce, string file, CancellationToken ct)
    {
        var document = await File.ReadAllTextAsync(file, ct);
        var name = $"content/scenarios/{Path.GetFileName(file)}";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(document));
        if (inForce.Has(hash))
            return;

        var lint = await stage.Services.Scenarios.VerifyScenarioAsync(new VerifyScenarioRequest { Document = document }, stage.As(officer), cancellationToken: ct);
        foreach (var finding in lint.Findings)
            stage.Progress.Warn($"{name}, line {finding.Line}, {finding.Rule}: {finding.Message}");
        if (lint.Findings.Count > 0)
            return;

        // The version that it replaces is part of the key: going back to an older text is a new version, not a repetition.
        var request = new PublishScenarioRequest { Document = document };
        var key = IdempotencyKey.Of(Step, $"{name} {inForce.Signature}", request);
        await stage.Services.Scenarios.PublishScenarioAsync(request, stage.As(officer, key), cancellationToken: ct);
    }

    private static async Task PublishPolicyAsync(Stage stage, Persona officer, CancellationToken ct)
    {
        var request = new PublishPolicyRequest { Document = await File.ReadAllTextAsync(stage.Files.SanctionPolicy, ct) };
        var policy = await stage.Services.Policies.PublishPolicyAsync(
            request, stage.As(officer, IdempotencyKey.Of(Step, "policy", request)), cancellationToken: ct);
        stage.Progress.Say($"Sanction policy, version {policy.Version}: {policy.Violations.Count} violations, {policy.Questions.Count} exemption questions");
    }
}
