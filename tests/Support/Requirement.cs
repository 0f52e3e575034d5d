using Xunit;

namespace Training.Tests.Support;

/// <summary>
/// What a test needs from the machine. Missing, it is skipped by name; after <c>make deps</c>, which promises it
/// (<c>TRAINING_DEPS=required</c>), a missing part fails instead, so that nothing goes untested in silence.
/// </summary>
public static class Requirement
{
    /// <param name="whyMissing">What is missing and how to get it; null if nothing is.</param>
    public static void SkipIf(string? whyMissing)
    {
        if (whyMissing is null)
            return;
        if (Environment.GetEnvironmentVariable("TRAINING_DEPS") == "required")
            throw new InvalidOperationException(whyMissing);
        Skip.If(true, whyMissing);
    }
}
