using Microsoft.Extensions.Configuration;
using Training.AppHost.Sample.Story;
using Training.Contracts;
using Training.Hosting;

namespace Training.AppHost;

/// <summary>
/// The command <c>token ROLE</c>: a development token, made with the key in the data folder. The services of that folder take it, whether they run now or later.
/// </summary>
internal static class TokenCommand
{
    public const string Name = "token";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);
    private static readonly string[] Keys = ["organisation", "member", "data"];

    /// <param name="args">What follows the command's name.</param>
    /// <exception cref="Refusal">The arguments make no sense.</exception>
    public static string Mint(string[] args)
    {
        if (args.Length % 2 != 1 || args.Skip(1).Where((_, i) => i % 2 == 0).Any(key => !Keys.Any(known => key == "--" + known)))
            throw Unusable($"Say: token ROLE {string.Join(' ', Keys.Select(key => $"[--{key} …]"))}.");

        var given = new ConfigurationBuilder().AddCommandLine(args[1..]).Build();
        var folder = Path.GetFullPath(given["data"] ?? Environment.GetEnvironmentVariable("TRAINING_DATA") ?? ".data");
        var member = given["member"] is { } human ? new MemberId(Id("member", human)) : (MemberId?)null;
        var organisation = given["organisation"] is { } own ? new OrganisationId(Id("organisation", own)) : People.Hospital;
        return DevelopmentTokens.In(folder, TimeProvider.System).Mint(organisation, member, $"{args[0]}-token", [RoleOf(args[0])], Lifetime);
    }

    private static Role RoleOf(string word) =>
        word.All(letter => letter == '-' || char.IsAsciiLetter(letter)) && Enum.TryParse<Role>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var role)
            && role != Role.Unspecified
            ? role
            : throw Unusable($"'{word}' is no role. The roles are employee, manager, hr, privacy-officer, security-officer, reviewer, auditor, integration, operator.");

    private static Guid Id(string key, string text) =>
        Guid.TryParse(text, out var id) ? id : throw Unusable($"--{key} is '{text}': give a UUID, such as {Guid.CreateVersion7()}.");

    private static Refusal Unusable(string message) => new(message, ExitCode.SettingsNotUsable);
}
