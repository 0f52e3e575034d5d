using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Transport;

/// <summary>Documents that are asked for by id.</summary>
public sealed class TrustedDocumentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TrustedDocumentTests()
    {
        Directory.CreateDirectory(_folder.At("documents"));
        File.WriteAllText(_folder.At("documents/greet.graphql"), "query($name: String) { greeting(name: $name) }");
        File.WriteAllText(_folder.At("secret.graphql"), "{ greeting }");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"id":"greet","variables":{"name":"you"}}""", HttpStatusCode.OK, "Hello you")]
    [InlineData("""{"id":"unknown"}""", HttpStatusCode.BadRequest, "HC0020")]
    [InlineData("""{"id":"../secret"}""", HttpStatusCode.BadRequest, "HC0020")]
    [InlineData("""{"id":""}""", HttpStatusCode.BadRequest, "HC0020")]
    [InlineData("""{"query":"{ greeting }"}""", HttpStatusCode.BadRequest, "HC0067")]
    public async Task Only_trusted_documents_are_executed_when_the_server_says_so(string body, HttpStatusCode status, string expected)
    {
        await using var app = await TransportApp.StartAsync(server => server
            .UsePersistedOperationPipeline()
            .AddFileSystemOperationDocumentStorage(_folder.At("documents"))
            .ModifyRequestOptions(options => options.PersistedOperations.OnlyAllowPersistedDocuments = true));
        using var response = await app.PostAsync(body);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Others_are_executed_too_when_it_does_not()
    {
        await using var app = await TransportApp.StartAsync(server => server.UsePersistedOperationPipeline().AddFileSystemOperationDocumentStorage(_folder.At("documents")));
        using var trusted = await app.SendAsync(System.Net.Http.HttpMethod.Get, "/graphql?id=greet");
        using var other = await app.PostAsync("""{"query":"{ greeting }"}""");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (trusted.StatusCode, other.StatusCode));
    }
}
