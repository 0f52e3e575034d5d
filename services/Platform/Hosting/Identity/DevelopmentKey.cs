using System.Security.Cryptography;

namespace Training.Hosting;

/// <summary>The file that holds the development key: made once, whole, and for its owner's eyes only.</summary>
internal static class DevelopmentKey
{
    public const string FileName = "development-signing-key";

    private const int Bytes = 64;
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static byte[] In(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            Create(folder, path);
        return Read(path);
    }

    private static void Create(string folder, string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);

        var draft = $"{path}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;

        using (var file = new FileStream(draft, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Bytes));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft); // another process was first: its key is the key
        }
    }

    private static byte[] Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~Owner) != 0)
            throw new InvalidOperationException($"Others may read {path}: whoever has it can be anybody. Delete it; a new one is made at the next start.");

        var key = File.ReadAllBytes(path);
        return key.Length == Bytes
            ? key
            : throw new InvalidOperationException($"{path} is damaged: it holds {key.Length} bytes instead of {Bytes}. Delete it; a new one is made at the next start.");
    }
}
