using System.Runtime.Versioning;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Training.Contracts;
using Training.Tests.Support;
using Xunit;

namespace Training.Hosting.Tests;

public sealed class DevelopmentKeyTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Dev")]
    public async Task Development_tokens_are_refused_outside_Development_even_when_the_key_lies_in_the_data_folder(string environment)
    {
        await using var provider = await IdentityProvider.Start();
        await using var app = await TestApp.Start(environment, settings: ("Hosting:Identity:Authority", provider.Address));
        var tokens = DevelopmentTokens.In(app.DataFolder, TimeProvider.System);

        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            app.Doors.EmployeeAsync(new Knock(), TestApp.As(tokens, Role.Employee)).ResponseAsync);

        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
        Assert.Null(app.App.Services.GetService<DevelopmentTokens>());
    }

    [Fact]
    public async Task Development_tokens_are_accepted_in_Development_from_another_process_with_the_same_folder()
    {
        await using var app = await TestApp.Start();
        var tokens = DevelopmentTokens.In(app.DataFolder, TimeProvider.System);

        Assert.Equal("someone", (await app.Doors.EmployeeAsync(new Knock(), TestApp.As(tokens, Role.Employee))).Account);
    }

    [Fact]
    public async Task Development_tokens_are_refused_when_made_with_another_folders_key()
    {
        using var elsewhere = new TemporaryFolder();
        await using var app = await TestApp.Start();
        var tokens = DevelopmentTokens.In(elsewhere.Path, TimeProvider.System);

        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            app.Doors.EmployeeAsync(new Knock(), TestApp.As(tokens, Role.Employee)).ResponseAsync);

        Assert.Equal("TOKEN_NOT_TRUSTED", refused.Reason());
    }

    [Fact]
    public void Everybody_gets_the_same_key_when_many_start_at_once()
    {
        using var folder = new TemporaryFolder();
        var inside = folder.At("made/on/first/use");
        var keys = new byte[16][];

        Parallel.For(0, keys.Length, new ParallelOptions { MaxDegreeOfParallelism = 16 }, i => keys[i] = DevelopmentKey.In(inside));

        Assert.All(keys, key => Assert.Equal(keys[0], key));
        Assert.Equal([DevelopmentKey.FileName], Directory.GetFiles(inside).Select(Path.GetFileName));
    }

    [Fact]
    public void Keys_of_two_folders_differ()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();

        Assert.NotEqual(DevelopmentKey.In(one.Path), DevelopmentKey.In(two.Path));
    }

    [SkippableFact, UnsupportedOSPlatform("windows")]
    public void Only_the_owner_can_read_the_key_and_its_folder()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var folder = new TemporaryFolder();
        var inside = folder.At("data");
        DevelopmentKey.In(inside);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(inside, DevelopmentKey.FileName)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(inside));
    }

    [SkippableFact, UnsupportedOSPlatform("windows")]
    public void Key_is_refused_when_others_can_read_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var folder = new TemporaryFolder();
        DevelopmentKey.In(folder.Path);
        File.SetUnixFileMode(folder.At(DevelopmentKey.FileName), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Assert.Contains("Delete it", Assert.Throws<InvalidOperationException>(() => DevelopmentKey.In(folder.Path)).Message);
    }

    [Fact]
    public void Key_is_refused_when_it_is_damaged()
    {
        using var folder = new TemporaryFolder();
        DevelopmentKey.In(folder.Path);
        using (var file = new FileStream(folder.At(DevelopmentKey.FileName), FileMode.Open))
            file.SetLength(10);

        Assert.Contains("10 bytes instead of 64", Assert.Throws<InvalidOperationException>(() => DevelopmentKey.In(folder.Path)).Message);
    }

    [Fact]
    public async Task Start_fails_when_the_key_is_damaged()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApp.Start(
            also: builder => File.WriteAllText(Path.Combine(builder.Environment.ContentRootPath, DevelopmentKey.FileName), "short")));

        Assert.Contains(DevelopmentKey.FileName, error.Message);
    }
}
