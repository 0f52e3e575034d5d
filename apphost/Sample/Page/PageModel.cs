using Training.AppHost.Sample.Page.Facts;

namespace Training.AppHost.Sample.Page;

/// <summary>What the page shows.</summary>
internal sealed record PageModel(Progress Progress, bool SampleIsPlayed, StoryFacts Facts, Ports Ports);
