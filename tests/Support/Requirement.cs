using Xunit;

namespace Training.Tests.Support;

/// <summary>
/// What a test needs from the machine. Missing, it is skipped by name; after <c>make deps</c>, which promises it
/// (<c>TRAINING_DEPS=required</c>), a missing part fails instead, so that nothing goes untested in silence.
/// </summary>
internal static class Requirement
{
    public static void SkipIf(string? whyMissing)
    {
        if (whyMissing is null)
            return;
        if (Environment.GetEnvironmentVariable("TRAINING_DEPS") == "required")
            throw new InvalidOperationException(whyMissing);
        Skip.If(true, whyMissing);
    }
}
