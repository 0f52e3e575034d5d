namespace Training.Curricula.Tests;

internal static class CurriculaUnderTest
{
    public static ServiceModule Module { get; } = new("curricula", "curricula", builder => builder.AddCurricula(), app => app.MapCurricula());
}
