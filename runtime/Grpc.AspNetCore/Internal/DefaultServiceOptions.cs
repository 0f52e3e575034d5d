using System.IO.Compression;
using Grpc.Net.Compression;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server.Internal;

internal sealed class DefaultServiceOptions : IConfigureOptions<GrpcServiceOptions>
{
    private const int FourMebibytes = 4 * 1024 * 1024;

    public void Configure(GrpcServiceOptions options)
    {
        options.MaxReceiveMessageSize = FourMebibytes;
        options.CompressionProviders.Add(new GzipCompressionProvider(CompressionLevel.Fastest));
        options.CompressionProviders.Add(new DeflateCompressionProvider(CompressionLevel.Fastest));
    }
}
