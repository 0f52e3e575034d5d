using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Training.AppHost;

/// <summary>What one may choose: as an environment variable (TRAINING_BASE_PORT) or on the command line (--base-port).</summary>
/// <param name="BasePort">The first page's port; the other ports follow it.</param>
/// <param name="DataFolder">Databases and the development key.</param>
/// <param name="Postgres">A PostgreSQL connection string, or null for embedded SQLite.</param>
/// <param name="Sample">Whether the sample story is played.</param>
/// <param name="People">How many employees of the sample take their training.</param>
internal sealed record Settings(int BasePort, string DataFolder, string? Postgres, bool Sample, int People)
{
    /// <summary>The sample's content; a copy lies beside the program when it is built.</summary>
    public string ContentFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "content");

    /// <summary>The npm packages that the gateway's pages for developers run from; without them the pages say what to install.</summary>
    public string PagePackages { get; init; } = "node_modules";

    public const int FewestPeople = 10;
    private const string Prefix = "TRAINING_";

    private static readonly string[] Keys = ["base-port", "data", "postgres", "sample", "people", "content", "page-packages"];

    public static Settings Read(string[] args)
    {
        if (args.Length % 2 != 0 || args.Where((_, i) => i % 2 == 0).FirstOrDefault(key => !Keys.Any(known => key == "--" + known)) is not null)
            throw Unusable($"I understand {string.Join(", ", Keys.Select(key => $"--{key} VALUE"))}, and not '{string.Join(' ', args)}'.");

        var environment = new ConfigurationBuilder().AddEnvironmentVariables(Prefix).Build();
        var commandLine = new ConfigurationBuilder().AddCommandLine(args).Build();
        string? Value(string key) => (commandLine[key] ?? environment[key.Replace('-', '_')]) is { Length: > 0 } value ? value : null;

        return new Settings(
            Number(Value("base-port"), 8080, "base-port", 1024, 65_535 - Ports.Count),
            Path.GetFullPath(Value("data") ?? ".data"),
            Value("postgres"),
            Value("sample")?.ToLowerInvariant() switch
            {
                null or "yes" => true,
                "no" => false,
                var other => throw Unusable($"--sample is '{other}': say yes or no."),
            },
            Number(Value("people"), 200, "people", FewestPeople, 1000))
        {
            ContentFolder = Path.GetFullPath(Value("content") ?? Path.Combine(AppContext.BaseDirectory, "content")),
            PagePackages = Path.GetFullPath(Value("page-packages") ?? "node_modules"),
        };
    }

    private static int Number(string? text, int usual, string key, int least, int most)
    {
        if (text is null)
            return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Unusable($"--{key} (or {Prefix}{key.Replace('-', '_').ToUpperInvariant()}) is '{text}': give a number from {least} to {most}.");
    }

    private static Refusal Unusable(string message) => new(message, ExitCode.SettingsNotUsable);
}
