namespace Training.Scenarios.Tests;

public sealed class ShippedScenarioTests
{
    public static TheoryData<string> Files => [.. ShippedScenarios.Files];

    public static TheoryData<string> Shipped =>
    [
        "emailing-billing-again", "emailing-casework", "faxing-pharmacy-again", "faxing-registration", "public-bedside", "public-reception-again",
        "remote-coding", "remote-triage-again", "texting-bedside", "texting-laboratory-again", "wrong-recipient-bedside", "wrong-recipient-clinic-again",
    ];

    public static TheoryData<string> Families => ["T", "E", "F", "C", "R", "W"];

    [Theory, MemberData(nameof(Files))]
    public void Lint_finds_nothing_in_a_shipped_document(string file)
    {
        var (_, findings) = ShippedScenarios.Check(file);
        Assert.True(findings.Count == 0, string.Join('\n', findings.Select(f => $"content/scenarios/{file}({f.Line}): {f.Rule}: {f.Message}")));
    }

    [Theory, MemberData(nameof(Files))]
    public void A_document_is_called_after_its_code(string file) =>
        Assert.Equal(Path.GetFileNameWithoutExtension(file), ShippedScenarios.Check(file).Graph?.Code);

    [Theory, MemberData(nameof(Shipped))]
    public void A_shipped_document_trains_the_four_decisions_of_its_family_with_every_choice(string code)
    {
        var graph = ShippedScenarios.Check($"{code}.yaml").Graph!;
        var expected = TrainedDecisions.All.Where(one => one.Key[..1] == graph.Family).ToDictionary();
        Assert.Equal(4, expected.Count);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), graph.Decisions.Select(scene => scene.Decision).Order(StringComparer.Ordinal));
        Assert.All(graph.Decisions, scene => Assert.Empty(Without(expected[scene.Decision], scene.Choices.Values.Select(choice => choice.Outcome))));
    }

    [Theory, MemberData(nameof(Files))]
    public void A_document_names_violations_of_the_catalogue_only(string file)
    {
        var scenes = ShippedScenarios.Check(file).Graph!.Scenes.Values;
        var named = scenes.SelectMany(scene => scene.Teaches.Concat(scene.Choices.Values.Select(choice => choice.Violation).Where(code => code != ""))).ToList();
        Assert.Empty(named.Except(ViolationCatalogue.Codes()));
    }

    [Theory, MemberData(nameof(Files))]
    public void A_document_cites_verified_law_only(string file)
    {
        var cited = ShippedScenarios.Check(file).Graph!.Scenes.Values.SelectMany(scene => scene.Choices.Values)
            .SelectMany(choice => choice.Citation.Split("; ")).Where(citation => citation != "policy").Distinct().ToList();
        Assert.Empty(cited.Except(LawRegister.Verified()));
    }

    // The clauses on electronic media and transmission say nothing about paper.
    [Fact]
    public void Paper_is_not_disposed_of_under_the_clause_on_electronic_media()
    {
        var disposals = ShippedScenarios.All.SelectMany(graph => graph.Decisions).Where(scene => scene.Decision == "F3").ToList();
        Assert.NotEmpty(disposals);
        Assert.DoesNotContain(disposals.SelectMany(scene => scene.Choices.Values), choice => choice.Citation.Contains("164.310(d)", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Families))]
    public void Every_family_is_set_for_two_groups_of_people_at_least(string family) =>
        Assert.True(ShippedScenarios.All.Where(graph => graph.Family == family).Select(graph => graph.Variant).Distinct().Count() >= 2, $"family {family} has fewer than two variants");

    [Fact]
    public void No_two_documents_share_a_text()
    {
        var texts = ShippedScenarios.All.SelectMany(graph => ScenarioText.Of(graph).Where(text => text.Kind is "situation" or "consequence")).Select(text => text.Text).ToList();
        Assert.NotEmpty(texts);
        Assert.Equal(texts.Count, texts.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static List<Outcome> Without(IEnumerable<Outcome> expected, IEnumerable<Outcome> offered)
    {
        var missing = expected.ToList();
        foreach (var outcome in offered)
            missing.Remove(outcome);
        return missing;
    }
}
