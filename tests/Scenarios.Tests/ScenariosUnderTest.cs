namespace Training.Scenarios.Tests;

internal static class ScenariosUnderTest
{
    public static ServiceModule Module { get; } = new("scenarios", "scenarios", builder => builder.AddScenarios(), app => app.MapScenarios());
}
