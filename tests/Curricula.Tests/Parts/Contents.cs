using WireExposure = Training.Workforce.V1.PhiExposure;

namespace Training.Curricula.Tests;

/// <summary>Contents that a curriculum may have.</summary>
internal static class Contents
{
    public static readonly IReadOnlyList<string> Scenarios = [.. Enumerable.Range(1, 4).Select(n => $"01900000-0000-7000-9000-{n:D12}")];

    public static V1.CurriculumContent Refresher() => new()
    {
        Code = "yearly-refresher",
        Title = "Yearly refresher",
        Items = { Item(0, V1.Strand.Privacy), Item(1, V1.Strand.Security), Item(2, V1.Strand.Crossover) },
        Audience = new V1.Audience { PhiExposures = { WireExposure.Low, WireExposure.High } },
        EveryMonths = 12,
        Citations = { Law(), new V1.Citation { Source = "Training policy", Text = "Every year.", Status = V1.CitationStatus.Policy } },
    };

    public static V1.CurriculumContent Titled(string title) => With(content => content.Title = title);

    public static V1.CurriculumContent With(Action<V1.CurriculumContent> change)
    {
        var content = Refresher();
        change(content);
        return content;
    }

    public static V1.CurriculumItem Item(int scenario, V1.Strand strand) => new() { ScenarioId = Scenarios[scenario], Strand = strand };

    public static V1.Citation Law() => new() { Source = "45 CFR 164.530(b)(1)", Text = "Train all workforce.", Status = V1.CitationStatus.Verified, Edition = "26 March 2013" };
}
