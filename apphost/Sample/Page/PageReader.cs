namespace Training.AppHost.Sample.Page;

/// <summary>Reads from the services what the page shows.</summary>
internal sealed class PageReader(SampleStory sample, Ports ports)
{
    public Task<PageModel> ReadAsync(CancellationToken ct) => Task.FromResult(new PageModel(sample.Progress, ports));
}
