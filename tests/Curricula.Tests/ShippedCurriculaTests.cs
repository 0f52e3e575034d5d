using Training.Scenarios.V1;

namespace Training.Curricula.Tests;

public sealed class ShippedCurriculaTests
{
    private static readonly LawRegister Law = LawRegister.Read();

    public static TheoryData<string> Documents =>
        [.. Directory.GetFiles(RepositoryRoot.At("content", "curricula"), "*.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Documents))]
    public async Task Document_is_accepted_and_signed_as_it_is_written(string name)
    {
        var document = Read(name);
        await using var curricula = await CurriculaUnderTest.StartAsync(TestDatabases.Sqlite);
        var ids = document.Scenarios.ToDictionary(line => line.Code, _ => Guid.CreateVersion7().ToString());
        foreach (var id in ids.Values)
            await curricula.Service.DeliverAsync(new ScenarioPublished { Scenario = new Scenario { Id = id } });
        var content = document.ToContent(code => ids[code]);

        var published = await curricula.PublishAsync(content);

        Assert.Equal((V1.CurriculumState.Published, content), (published.State, published.Content));
        Assert.Equal($"{document.Code}.yaml", name);
    }

    [Theory, MemberData(nameof(Documents))]
    public void Document_names_shipped_scenarios_only(string name) => Assert.Empty(Read(name).Scenarios
        .Where(line => !File.Exists(RepositoryRoot.At("content", "scenarios", $"{line.Code}.yaml")))
        .Select(line => $"{line.Code} is not in content/scenarios."));

    [Theory, MemberData(nameof(Documents))]
    public void Document_cites_law_as_the_register_has_it_and_its_interval_as_policy(string name)
    {
        var document = Read(name);
        Assert.All(document.Citations.Where(line => line.Status != "policy"), line => Assert.Equal(Law.Find(line.Source), (line.Text, line.Status, line.Edition)));
        Assert.All(document.Citations.Where(line => line.Status == "policy"), line => Assert.Null(Law.Find(line.Source)));
        Assert.True(document.EveryMonths == 0 || document.Citations.Any(line => line.Status == "policy"), $"{name} repeats without citing the policy that says so.");
    }

    [Fact]
    public void Yearly_refresher_teaches_every_family_to_everybody_exposed()
    {
        var document = Read("yearly-refresher.yaml");
        string[] families = ["texting", "emailing", "faxing", "public", "remote", "wrong-recipient"];
        Assert.All(families, family => Assert.Contains(document.Scenarios, line => line.Code.StartsWith($"{family}-", StringComparison.Ordinal)));
        Assert.Equal(["low", "medium", "high", "very_high"], document.Audience.PhiExposures);
        Assert.Equal((12, 0, 0, 0, false), (document.EveryMonths, document.Audience.Constituencies.Count, document.Audience.JobRoles.Count, document.Audience.Sites.Count, document.Audience.EphiAccessOnly));
    }

    private static CurriculumDocument Read(string name) => CurriculumDocument.Read(RepositoryRoot.At("content", "curricula", name));
}
