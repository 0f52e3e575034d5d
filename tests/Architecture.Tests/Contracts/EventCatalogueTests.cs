using Training.Architecture.Tests.Model;
using Training.Tests.Support;
using Xunit;

namespace Training.Architecture.Tests.Contracts;

public sealed class EventCatalogueTests
{
    private const string Row = "| CurriculumPublished | training.curricula.v1 | Curricula | Completions, Scenarios |";

    [Fact]
    public void The_catalogue_shows_exactly_the_events_there_are()
    {
        var verdict = EventCatalogue.Check(
            EventCatalogue.Shown(File.ReadAllText(RepositoryRoot.At("contracts", "README.md"))),
            EventCatalogue.Rows(ContractFiles.Ours, House.Sources));

        Assert.Empty(verdict.Findings);
        Assert.Equal(ContractFiles.Ours.Where(EventFileRule.HoldsEvents).Sum(file => file.MessageTypes.Count) * 2, verdict.LookedAt);
    }

    [Fact]
    public void A_row_names_who_publishes_and_who_reacts()
    {
        var events = SampleProto.File("training/curricula/v1/events.proto", "training.curricula.v1");
        SourceFile[] sources =
        [
            new("services/Curricula/Features/PublishCurriculum.cs", "db.Publish(new CurriculumPublished { });"),
            new("services/Scenarios/ScenariosModule.cs", "app.MapEvent<CurriculumPublished, OfferScenario>();"),
            new("services/Completions/CompletionsModule.cs", "app.MapEvent<CurriculumPublished, Assign>();"),
            new("services/Sanctions/SanctionsModule.cs", "// app.MapEvent<CurriculumPublished, Assign>();"),
            new("tests/Completions.Tests/ATests.cs", "var e = new CurriculumPublished();"),
        ];

        Assert.Equal([Row], EventCatalogue.Rows([events], sources));
    }

    [Fact]
    public void Rows_are_read_from_below_the_header() =>
        Assert.Equal([Row], EventCatalogue.Shown($"# Title\n\n{EventCatalogue.Header}\n|---|---|---|---|\n{Row.Replace("| training", "|   training", StringComparison.Ordinal)}\n\n| other |"));

    [Fact]
    public void A_readme_without_a_catalogue_is_refused() => Assert.Throws<InvalidOperationException>(() => EventCatalogue.Shown("# Title"));

    [Fact]
    public void An_event_that_the_catalogue_lacks_is_found() => EventCatalogue.Check([], [Row]).AssertFinds("lacks the row");

    [Fact]
    public void A_row_without_its_event_is_found() => EventCatalogue.Check([Row], []).AssertFinds("has a row that the code does not");
}
