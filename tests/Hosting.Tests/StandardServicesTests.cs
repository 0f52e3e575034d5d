using Grpc.Core;
using Grpc.Health.V1;
using Xunit;

namespace Training.Hosting.Tests;

/// <summary>The services that are not ours: health is open to anybody, reflection to developers.</summary>
public sealed class StandardServicesTests
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);

    // list_services (7) = "": two bytes need no generated client.
    private static readonly byte[] ListServices = [0x3a, 0x00];

    [Theory]
    [InlineData("grpc.reflection.v1.ServerReflection")]
    [InlineData("grpc.reflection.v1alpha.ServerReflection")]
    public async Task Reflection_answers_anybody_in_Development(string service)
    {
        await using var app = await TestApp.Start();

        var answer = await Ask(app, service);

        Assert.Contains("training.hosting.tests.Doors", System.Text.Encoding.UTF8.GetString(answer));
    }

    [Theory]
    [InlineData("grpc.reflection.v1.ServerReflection")]
    [InlineData("grpc.reflection.v1alpha.ServerReflection")]
    public async Task Reflection_is_not_there_in_Production(string service)
    {
        await using var provider = await IdentityProvider.Start();
        await using var app = await TestApp.Start("Production", settings: ("Hosting:Identity:Authority", provider.Address));

        var refused = await Assert.ThrowsAsync<RpcException>(() => Ask(app, service));

        Assert.Equal(StatusCode.Unimplemented, refused.StatusCode);
    }

    [Fact]
    public async Task Health_answers_anybody_in_Production()
    {
        await using var provider = await IdentityProvider.Start();
        await using var app = await TestApp.Start("Production", settings: ("Hosting:Identity:Authority", provider.Address));

        var answer = await new Health.HealthClient(app.Channel).CheckAsync(new HealthCheckRequest());

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, answer.Status);
    }

    private static async Task<byte[]> Ask(TestApp app, string service)
    {
        var method = new Method<byte[], byte[]>(MethodType.DuplexStreaming, service, "ServerReflectionInfo", Bytes, Bytes);
        using var call = app.Channel.CreateCallInvoker().AsyncDuplexStreamingCall(method, null, default);
        await call.RequestStream.WriteAsync(ListServices);
        await call.ResponseStream.MoveNext(CancellationToken.None);
        return call.ResponseStream.Current;
    }
}
