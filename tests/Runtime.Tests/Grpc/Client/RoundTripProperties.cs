using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Training.Runtime.Tests.Grpc.Server;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Client;

/// <summary>Whatever text or bytes go out through our client come back through our server unchanged.</summary>
public sealed class RoundTripProperties : IAsyncLifetime
{
    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(LongRun.Count(shortened: 500, whole: 20_000));

    private static readonly Gen<char> AnyCharacter = Gen.OneOf(Gen.Choose(0, 0x7F), Gen.Choose(0, 0xFFFF), Gen.Constant((int)'%')).Select(code => (char)code);

    private static readonly Gen<string> AnyText = AnyCharacter.ArrayOf().Select(characters => new string(characters));

    // No empty values: Kestrel leaves out a response header whose only value is empty.
    private static readonly Gen<string> HeaderText = Gen.Choose(0x20, 0x7E).Select(code => (char)code).NonEmptyListOf().Select(characters => $"<{string.Concat(characters)}>");

    private static readonly Gen<byte[]> AnyBytes = Gen.Choose(0, 255).Select(value => (byte)value).NonEmptyListOf().Select(bytes => bytes.ToArray());

    private GrpcHost? _host;
    private GrpcChannel? _channel;

    private TestService.TestServiceClient Client => new(_channel);

    public async Task InitializeAsync()
    {
        _host = await GrpcHost.StartAsync(app => app.MapGrpcService<Mirror>());
        _channel = GrpcChannel.ForAddress(_host.Address);
    }

    public async Task DisposeAsync()
    {
        _channel!.Dispose();
        await _host!.DisposeAsync();
    }

    [Fact]
    public void Status_message_survives_percent_encoding() =>
        Prop.ForAll(AnyText.ToArbitrary(), text =>
        {
            var request = new SimpleRequest { ResponseStatus = new EchoStatus { Code = (int)StatusCode.DataLoss, Message = text } };
            var error = Assert.Throws<RpcException>(() => Client.UnaryCall(request));
            // Half a surrogate pair is no text: UTF-8 has no bytes for it.
            return error.StatusCode == StatusCode.DataLoss && error.Status.Detail == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }).Check(Cases);

    [Fact]
    public void Binary_metadata_survives_both_ways() =>
        Prop.ForAll(AnyBytes.NonEmptyListOf().Select(values => values.ToArray()).ToArbitrary(), values =>
        {
            var metadata = new Metadata();
            foreach (var value in values)
                metadata.Add("x-mirrored-bin", value);
            var (headers, trailers) = Mirrored(metadata);
            return Same(headers) && Same(trailers);

            bool Same(Metadata back) => back.GetAll("x-mirrored-bin").Select(entry => entry.ValueBytes).SequenceEqual(values, ByteArrays.Instance);
        }).Check(Cases);

    [Fact]
    public void Text_metadata_survives_both_ways() =>
        Prop.ForAll(HeaderText.NonEmptyListOf().Select(values => values.ToArray()).ToArbitrary(), values =>
        {
            var metadata = new Metadata();
            foreach (var value in values)
                metadata.Add("x-mirrored", value);
            var (headers, trailers) = Mirrored(metadata);
            return Same(headers) && Same(trailers);

            // HTTP may join the values of a name by a comma.
            bool Same(Metadata back) => Joined(back.GetAll("x-mirrored").Select(entry => entry.Value)) == Joined(values);
        }).Check(Cases);

    private (Metadata Headers, Metadata Trailers) Mirrored(Metadata metadata)
    {
        using var call = Client.EmptyCallAsync(new Empty(), metadata);
        call.ResponseAsync.GetAwaiter().GetResult();
        return (call.ResponseHeadersAsync.GetAwaiter().GetResult(), call.GetTrailers());
    }

    private static string Joined(IEnumerable<string> values) => string.Join(',', string.Join(',', values).Split(',').Select(value => value.Trim()));

    private sealed class ByteArrays : IEqualityComparer<byte[]>
    {
        public static readonly ByteArrays Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => obj.Length;
    }

    private sealed class Mirror : TestService.TestServiceBase
    {
        public override Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context) =>
            throw new RpcException(new Status((StatusCode)request.ResponseStatus.Code, request.ResponseStatus.Message));

        public override async Task<Empty> EmptyCall(Empty request, ServerCallContext context)
        {
            var headers = new Metadata();
            foreach (var entry in context.RequestHeaders.Where(entry => entry.Key.StartsWith("x-mirrored", StringComparison.Ordinal)))
            {
                headers.Add(entry);
                context.ResponseTrailers.Add(entry);
            }

            await context.WriteResponseHeadersAsync(headers);
            return new Empty();
        }
    }
}
