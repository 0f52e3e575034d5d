namespace Training.Sanctions.Tests;

internal static class SanctionsUnderTest
{
    public static ServiceModule Module { get; } = new("sanctions", "sanctions", builder => builder.AddSanctions(), app => app.MapSanctions());
}
