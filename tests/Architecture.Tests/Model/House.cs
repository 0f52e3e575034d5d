using Training.Tests.Support;

namespace Training.Architecture.Tests.Model;

/// <summary>The repository's projects and hand-written or generated C# files, without build output.</summary>
internal static class House
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "artifacts", "TestResults", ".git", ".data"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> AllSources = new(() => [.. Files("*.cs").Select(path => new SourceFile(path, Read(path)))]);
    private static readonly Lazy<IReadOnlyList<ProjectFile>> AllProjects = new(() => [.. Files("*.csproj").Select(path => ProjectFile.Parse(path, Read(path)))]);

    public static IReadOnlyList<SourceFile> Sources => AllSources.Value;

    public static IReadOnlyList<ProjectFile> Projects => AllProjects.Value;

    public static bool Has(string path) => File.Exists(RepositoryRoot.At(path)) || Directory.Exists(RepositoryRoot.At(path));

    private static string Read(string path) => File.ReadAllText(RepositoryRoot.At(path));

    private static IEnumerable<string> Files(string pattern) => Under(new DirectoryInfo(RepositoryRoot.Path), "", pattern);

    private static IEnumerable<string> Under(DirectoryInfo folder, string path, string pattern) =>
        folder.GetFiles(pattern).Select(file => path + file.Name).Concat(
            folder.GetDirectories().Where(inner => !NotOurs.Contains(inner.Name)).SelectMany(inner => Under(inner, $"{path}{inner.Name}/", pattern)));
}
