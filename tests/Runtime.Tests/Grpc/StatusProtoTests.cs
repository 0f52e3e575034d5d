using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Xunit;
using RichStatus = Google.Rpc.Status;

namespace Training.Runtime.Tests.Grpc;

/// <summary>google.rpc.Status in metadata and exceptions.</summary>
public sealed class StatusProtoTests
{
    private static readonly RichStatus NotYet = new()
    {
        Code = (int)StatusCode.FailedPrecondition,
        Message = "not yet",
        Details = { Any.Pack(new ErrorInfo { Reason = "TOO_EARLY" }) },
    };

    [Fact]
    public void An_exception_made_of_a_status_carries_it_whole()
    {
        var exception = NotYet.ToRpcException();
        Assert.Equal(StatusCode.FailedPrecondition, exception.StatusCode);
        Assert.Equal("not yet", exception.Status.Detail);
        Assert.Equal(NotYet, exception.GetRpcStatus());
    }

    [Fact]
    public void A_code_that_gRPC_lacks_becomes_UNKNOWN() =>
        Assert.Equal(StatusCode.Unknown, new RichStatus { Code = 99 }.ToRpcException().StatusCode);

    [Fact]
    public void An_exception_can_say_another_code_than_its_details()
    {
        var exception = NotYet.ToRpcException(StatusCode.Aborted, "again");
        Assert.Equal((StatusCode.Aborted, "again"), (exception.StatusCode, exception.Status.Detail));
        Assert.Equal(NotYet, exception.GetRpcStatus());
    }

    [Fact]
    public void Setting_a_status_replaces_the_one_that_is_there()
    {
        var metadata = new Metadata { { MetadataExtensions.StatusDetailsTrailerName, [1] } };
        metadata.SetRpcStatus(NotYet);
        Assert.Equal(NotYet, metadata.GetRpcStatus());
        Assert.Single(metadata);
    }

    [Fact]
    public void Metadata_without_a_status_has_none()
    {
        Assert.Null(new Metadata().GetRpcStatus());
        Assert.Null(new RpcException(new global::Grpc.Core.Status(StatusCode.NotFound, "")).GetRpcStatus());
    }

    [Fact]
    public void Bytes_that_are_no_status_are_an_error_unless_ignored()
    {
        var metadata = new Metadata { { MetadataExtensions.StatusDetailsTrailerName, [0x0A, 0xFF] } };
        Assert.Throws<InvalidProtocolBufferException>(() => metadata.GetRpcStatus());
        Assert.Null(metadata.GetRpcStatus(ignoreParseError: true));
    }
}
