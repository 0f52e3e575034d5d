namespace Training.AppHost;

/// <summary>The data folder, held by one apphost at a time. The hold is the operating system's: it dies with the process.</summary>
internal sealed class DataFolder : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream _hold;

    private DataFolder(string path, FileStream hold) => (Path, _hold) = (path, hold);

    public string Path { get; }

    /// <exception cref="Refusal">It cannot be written to, or another apphost has it.</exception>
    public static DataFolder Take(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, Owner);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"The data folder {path} cannot be made ({e.Message}). Choose another: TRAINING_DATA=FOLDER.", ExitCode.SettingsNotUsable);
        }

        try
        {
            return new DataFolder(path, new FileStream(System.IO.Path.Combine(path, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Refusal(
                $"Another apphost works on the data folder {path}. Stop it, or choose another folder and other ports: TRAINING_DATA=FOLDER TRAINING_BASE_PORT=9080.",
                ExitCode.DataFolderInUse);
        }
    }

    public void Dispose() => _hold.Dispose();
}
