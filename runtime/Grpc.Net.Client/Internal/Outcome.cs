using System.Globalization;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Shared;

namespace Grpc.Net.Client.Internal;

/// <summary>How a call ended. <paramref name="IsGivenUp"/>: this side cancelled it or its deadline passed.</summary>
internal sealed record Outcome(Status Status, Metadata Trailers, bool IsGivenUp = false)
{
    private const int HighestStatus = (int)StatusCode.Unauthenticated;

    public static Outcome OfTrailers(HttpResponseHeaders trailers)
    {
        var all = trailers.NonValidated;
        try
        {
            var metadata = ResponseMetadata.Read(trailers);
            var message = all.TryGetValues(GrpcHeaders.Message, out var messages) ? PercentEncoding.Decode(messages.ToString()) : "";
            return new Outcome(StatusOf(all, message), metadata);
        }
        catch (RpcException malformed)
        {
            return new Outcome(malformed.Status, new Metadata());
        }
    }

    private static Status StatusOf(HttpHeadersNonValidated trailers, string message)
    {
        if (!trailers.TryGetValues(GrpcHeaders.Status, out var values))
            return new Status(StatusCode.Unknown, "The server ended the response without a grpc-status.");
        var text = values.ToString();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code <= HighestStatus
            ? new Status((StatusCode)code, message)
            : new Status(StatusCode.Unknown, $"The server sent the unknown grpc-status '{text}'. {message}");
    }
}
