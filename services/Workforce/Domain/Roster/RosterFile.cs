namespace Training.Workforce;

/// <summary>What HR's file says, line by line.</summary>
/// <param name="Lines">Those that could be read, in the file's order.</param>
/// <param name="Rejects">Those that could not.</param>
/// <param name="Hash">SHA-256 of the file's bytes.</param>
internal sealed record RosterFile(IReadOnlyList<RosterLine> Lines, IReadOnlyList<RosterReject> Rejects, byte[] Hash)
{
    public int Count => Lines.Count + Rejects.Count;
}
