using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Training.Tests.Support;
using Xunit;

namespace Training.Hosting.Tests;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Hosting:GrpcPort", "70000", "must be between 0 and 65535")]
    [InlineData("Hosting:ProbePort", "-1", "must be between 0 and 65535")]
    [InlineData("Hosting:GrpcPort", "many", "many")]
    [InlineData("Hosting:Address", "localhost", "must be an IP address")]
    [InlineData("Hosting:DataFolder", "", "required")]
    [InlineData("Hosting:MaxStreamsPerConnection", "100", "must be between 1000 and 100000")]
    [InlineData("Hosting:MaxMessageBytes", "1", "must be between 1024 and")]
    [InlineData("Hosting:DrainTime", "01:00:00", "must be between")]
    [InlineData("Hosting:ReadinessDelay", "-00:00:01", "must be between")]
    [InlineData("Hosting:Identity:Audience", "", "required")]
    [InlineData("Hosting:Identity:ClockSkew", "1.00:00:00", "must be between")]
    [InlineData("Hosting:Identity:Authority", "http://login.example.org", "must be an absolute https address")]
    [InlineData("Hosting:Identity:Authority", "login", "must be an absolute https address")]
    [InlineData("Hosting:Telemetry:Endpoint", "ftp://collector", "must be an absolute http or https address")]
    [InlineData("Hosting:Telemetry:Protocol", "carrier-pigeon", "carrier-pigeon|Protocol")]
    public async Task Start_fails_and_names_the_key_when_a_setting_does_not_fit(string key, string value, string reason)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => TestApp.Start(settings: (key, value)));

        Assert.Contains(key, error.Message);
        Assert.Contains(reason.Split('|'), each => error.Message.Contains(each));
    }

    [Fact]
    public async Task Start_fails_and_names_the_key_when_nobody_reads_it()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => TestApp.Start(settings: ("Hosting:GrpcProt", "5000")));

        Assert.Contains("GrpcProt", error.Message);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Start_fails_and_says_what_to_set_when_there_is_no_identity_provider(string environment)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.Start(environment));

        Assert.Contains("Hosting:Identity:Authority: is missing", error.Message);
        Assert.Contains("environment variable Hosting__Identity__Authority", error.Message);
    }

    [Fact]
    public async Task Start_names_every_key_when_several_are_wrong()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.Start(
            settings: [("Hosting:GrpcPort", "70000"), ("Hosting:MaxMessageBytes", "1")]));

        Assert.Contains("Hosting:GrpcPort", error.Message);
        Assert.Contains("Hosting:MaxMessageBytes", error.Message);
    }

    [Fact]
    public void Ports_must_differ_when_they_are_chosen()
    {
        var rules = new HostingRules(WebApplication.CreateBuilder().Environment);

        var result = rules.Validate(null, new HostingOptions { GrpcPort = 5001, ProbePort = 5001, Identity = { Authority = new Uri("https://login.example.org") } });

        Assert.Contains("Hosting:ProbePort: must differ from Hosting:GrpcPort", result.FailureMessage);
    }

    [Fact]
    public async Task Data_folder_is_beside_the_app_when_it_is_relative()
    {
        await using var app = await TestApp.Start(settings: ("Hosting:DataFolder", "inside"));

        var options = app.App.Services.GetRequiredService<IOptions<HostingOptions>>().Value;

        Assert.Equal(Path.Combine(app.DataFolder, "inside"), options.DataFolder);
    }

    [Fact]
    public async Task Service_with_options_of_its_own_gets_the_same_check()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.Start(
            also: builder => builder.AddOptions<BellOptions>("Bell"), settings: ("Bell:Rings", "99")));

        Assert.Contains("Bell:Rings: The field Rings must be between 1 and 3.", error.Message);
    }

    [Theory]
    [InlineData("Curricula")]
    [InlineData("my app")]
    [InlineData("")]
    public void AddHosting_refuses_a_name_that_no_sidecar_would_take(string name)
    {
        using var folder = new TemporaryFolder();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.Path });

        Assert.Contains("lower-case", Assert.Throws<ArgumentException>(() => builder.AddHosting(name)).Message);
    }

    private sealed class BellOptions
    {
        [System.ComponentModel.DataAnnotations.Range(1, 3)]
        public int Rings { get; set; } = 1;
    }
}
