using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Training.Hosting;
using Training.Reference;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class ContextLeaseTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_context_serves_one_scope_at_a_time_when_the_scope_before_ends_by_and_by(bool asynchronously)
    {
        using var folder = new TemporaryFolder();
        await using var service = Build(folder);
        var ending = service.Services.CreateAsyncScope();
        await using var next = service.Services.CreateAsyncScope();
        await using var another = service.Services.CreateAsyncScope();
        ReferenceDb? lent = null;

        // What was asked for last is disposed first: the next scope begins in the middle.
        ending.ServiceProvider.GetRequiredService<ReferenceDb>();
        ending.ServiceProvider.GetRequiredService<InTheMiddle>().Act = () => lent = next.ServiceProvider.GetRequiredService<ReferenceDb>();
        ending.ServiceProvider.GetRequiredService<ServiceDb>();
        if (asynchronously)
            await ending.DisposeAsync();
        else
            ending.Dispose();

        Assert.NotNull(lent);
        Assert.NotSame(lent, another.ServiceProvider.GetRequiredService<ReferenceDb>());
    }

    [Fact]
    public async Task A_context_is_lent_again_when_its_scope_has_ended()
    {
        using var folder = new TemporaryFolder();
        await using var service = Build(folder);
        ReferenceDb first;
        await using (var scope = service.Services.CreateAsyncScope())
            first = scope.ServiceProvider.GetRequiredService<ReferenceDb>();

        await using var next = service.Services.CreateAsyncScope();

        Assert.Same(first, next.ServiceProvider.GetRequiredService<ReferenceDb>());
    }

    private static WebApplication Build(TemporaryFolder folder)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Hosting:DataFolder", folder.Path)]);
        builder.AddHosting("suggestions");
        builder.AddReference();
        builder.Services.AddScoped<InTheMiddle>();
        return builder.Build();
    }

    private sealed class InTheMiddle : IDisposable
    {
        public Action Act { get; set; } = () => { };

        public void Dispose() => Act();
    }
}
