namespace Grpc.Core;

/// <summary>The outcome of a call, as <c>grpc-status</c> carries it.</summary>
public enum StatusCode
{
    /// <summary>Success.</summary>
    OK = 0,

    /// <summary>The call was cancelled, usually by the caller.</summary>
    Cancelled = 1,

    /// <summary>An error that nothing more is known of, such as an exception of the handler.</summary>
    Unknown = 2,

    /// <summary>The request is wrong whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call was done; it may still have taken effect.</summary>
    DeadlineExceeded = 4,

    /// <summary>What is named does not exist.</summary>
    NotFound = 5,

    /// <summary>What should be made exists already.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A limit or quota is exceeded, message sizes included.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in a state that allows this; another step comes first.</summary>
    FailedPrecondition = 9,

    /// <summary>Lost a race; begin again at a higher level.</summary>
    Aborted = 10,

    /// <summary>Past the end of a valid range that may grow.</summary>
    OutOfRange = 11,

    /// <summary>No such service, method, encoding or way of calling.</summary>
    Unimplemented = 12,

    /// <summary>Something that must hold does not: a bad frame, a message that cannot be read.</summary>
    Internal = 13,

    /// <summary>Not reachable now; try again later.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or corrupt beyond repair.</summary>
    DataLoss = 15,

    /// <summary>The caller is not known.</summary>
    Unauthenticated = 16,
}
