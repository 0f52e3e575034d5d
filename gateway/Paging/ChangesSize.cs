namespace Training.Gateway;

/// <summary>How many changes one answer tells.</summary>
internal static class ChangesSize
{
    public const int Usual = 50;

    // A synchronising system reads a whole organisation: its pages may be longer than a page for people.
    private const int Most = 500;

    /// <exception cref="InvalidInput">Too many, or none.</exception>
    public static int Check(int first) => first is > 0 and <= Most
        ? first
        : throw new InvalidInput("FIRST_OUT_OF_RANGE", $"first is {first}: ask for 1 to {Most} changes at once.", "first");
}
