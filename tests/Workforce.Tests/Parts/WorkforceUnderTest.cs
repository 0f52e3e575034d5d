namespace Training.Workforce.Tests;

internal static class WorkforceUnderTest
{
    public static ServiceModule Module { get; } = new("workforce", "workforce", builder => builder.AddWorkforce(), app => app.MapWorkforce());
}
