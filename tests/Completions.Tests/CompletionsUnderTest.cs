namespace Training.Completions.Tests;

internal static class CompletionsUnderTest
{
    public static ServiceModule Module { get; } = new("completions", "completions", builder => builder.AddCompletions(), app => app.MapCompletions());
}
