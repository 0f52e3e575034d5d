using System.Diagnostics;

namespace Training.System.Tests.Story;

/// <summary>What README.md says under "Calling the services" is done word for word, on an empty house.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task The_calls_of_the_readme_register_an_organisation_and_import_its_roster()
    {
        await using var house = await AppHostInstallation.StartAsync(TestDatabases.Sqlite, people: 10, sample: "no");
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", Commands().Replace("http://127.0.0.1:8081/", house.Gateway.AbsoluteUri, StringComparison.Ordinal)])
        {
            WorkingDirectory = RepositoryRoot.At(),
            Environment = { ["TRAINING_DATA"] = house.DataFolder },
        };
        await using var shell = ChildProcess.Start(start);
        Assert.True(await shell.WaitForExitAsync() == 0, shell.Output);
        Assert.Contains("\"name\":\"My clinic\"", shell.Output, StringComparison.Ordinal);
        Assert.Contains("\"added\":1", shell.Output, StringComparison.Ordinal);
        Assert.Contains("\"familyName\":\"Example\"", shell.Output, StringComparison.Ordinal);
    }

    private static string Commands()
    {
        const string fence = "```";
        var section = File.ReadAllText(RepositoryRoot.At("README.md")).Split("## Calling the services")[1];
        return section.Split($"{fence}sh\n")[1].Split(fence)[0];
    }
}
