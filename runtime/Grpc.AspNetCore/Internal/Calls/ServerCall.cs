using System.Diagnostics;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>One call: what its handler sees, how its messages are written, how it ends.</summary>
internal sealed class ServerCall : ServerCallContext, IServerCallContextFeature
{
    private const string HostActivity = "Microsoft.AspNetCore.Hosting.HttpRequestIn";
    private static readonly AuthContext Unauthenticated = new(null, []);

    private readonly string _method;
    private readonly ServerServices _server;
    private readonly MessageWriter _writer;
    private Metadata? _requestHeaders;
    private Metadata? _trailers;
    private AuthContext? _authContext;
    private Status _status;
    private Activity? _activity;
    private ICompressionProvider? _encoding;
    private CallDeadline? _deadline;
    private bool _hasBegun;

    private ServerCall(HttpContext http, string method, ServerServices server)
    {
        Http = http;
        _method = method;
        _server = server;
        _writer = new MessageWriter(server.Options.MaxSendMessageSize);
        Messages = new RequestMessages(http, server.Options);
    }

    public HttpContext Http { get; }

    public RequestMessages Messages { get; }

    public ServerCallContext ServerCallContext => this;

    /// <summary>Set once the status is on its way: nothing more can be said.</summary>
    public bool IsOver { get; private set; }

    public static ServerCall Begin(HttpContext http, string method, ServerServices server)
    {
        var call = new ServerCall(http, method, server);
        http.Features.Set<IServerCallContextFeature>(call);
        http.Response.ContentType = GrpcHeaders.ContentType;
        ServerEvents.Log.CallStart(method);
        call._activity = FindHostActivity();
        call._activity?.SetTag("grpc.method", method);
        call.UseEncoding(server.Options.ResponseEncoding);
        if (GrpcTimeout.TryParse(http.Request.Headers.GrpcTimeout, out var timeout))
            call._deadline = CallDeadline.Start(call, timeout, server.Clock);
        return call;
    }

    /// <summary>Puts a message into the response without sending it yet.</summary>
    public void Write<T>(T message, Marshaller<T> marshaller, WriteOptions? options)
    {
        // The deadline may end the response from its own thread while the message is being written.
        lock (_writer)
        {
            if (IsOver)
                throw new InvalidOperationException("Can't write the message because the request is complete.");
            var encoding = ((options?.Flags ?? default) & WriteFlags.NoCompress) == 0 ? _encoding : null;
            try
            {
                _writer.Write(Http.Response.BodyWriter, message, marshaller, encoding, _server.Options.ResponseCompressionLevel);
                _hasBegun = true;
            }
            catch (Exception error) when (error is not RpcException)
            {
                // The marshaller failed half way: a part of the message may be on its way.
                _hasBegun = true;
                throw;
            }
        }

        ServerEvents.Log.MessageSent();
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken) => await Http.Response.BodyWriter.FlushAsync(cancellationToken);

    /// <summary>Takes the status from what the handler threw.</summary>
    public void Fail(Exception error)
    {
        if (error is RpcException refusal)
        {
            _server.Log.HandlerRefused(refusal.StatusCode, refusal.Status.Detail);
            foreach (var entry in refusal.Trailers)
                ResponseTrailers.Add(entry);
            StatusCore = refusal.Status;
            return;
        }

        if (IsOver || Messages.IsBroken || CancellationToken.IsCancellationRequested)
            _server.Log.CallerGone(error, _method);
        else
            _server.Log.HandlerFailed(error, _method);
        StatusCore = new Status(StatusCode.Unknown, Failure.Describe("Exception was thrown by handler.", error, _server.Options), error);
    }

    /// <summary>Ends the call with the handler's status, unless the deadline has ended it.</summary>
    public ValueTask EndAsync()
    {
        TryEnd(_status, _trailers);
        return _deadline is null ? ValueTask.CompletedTask : _deadline.DisposeAsync();
    }

    /// <summary>True for the one who ends the call.</summary>
    public bool TryEnd(Status status, Metadata? trailers)
    {
        lock (_writer)
        {
            if (IsOver)
                return false;
            IsOver = true;
            _status = WriteTrailers(status, trailers);
        }

        _activity?.SetTag("grpc.status_code", GrpcResponse.CodeText(_status.StatusCode));
        if (_status.StatusCode != StatusCode.OK)
            ServerEvents.Log.CallFailed((int)_status.StatusCode);
        ServerEvents.Log.CallStop();
        return true;
    }

    public void LogExpiry(TimeSpan timeout)
    {
        _server.Log.DeadlineExceeded(timeout);
        ServerEvents.Log.CallDeadlineExceeded();
    }

    public void LogExpiryFailure(Exception error) => _server.Log.DeadlineAnswerFailed(error, _method);

    private Status WriteTrailers(Status status, Metadata? trailers)
    {
        // Without messages and headers on their way the status goes where headers go: trailers-only.
        var destination = _hasBegun || Http.Response.HasStarted
            ? Http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers
            : Http.Response.Headers;
        try
        {
            foreach (var entry in trailers ?? Metadata.Empty)
                GrpcResponse.Append(destination, entry);
        }
        catch (RpcException refusal)
        {
            status = refusal.Status;
        }

        GrpcResponse.SetStatus(destination, status);
        return status;
    }

    private void UseEncoding(ICompressionProvider? encoding)
    {
        if (encoding is null || !Accepts(encoding.EncodingName))
            return;
        _encoding = encoding;
        Http.Response.Headers.GrpcEncoding = encoding.EncodingName;
    }

    private bool Accepts(string encoding)
    {
        foreach (var line in Http.Request.Headers.GrpcAcceptEncoding)
        {
            foreach (var name in line.AsSpan().Split(','))
            {
                if (line.AsSpan()[name].Trim().SequenceEqual(encoding))
                    return true;
            }
        }

        return false;
    }

    private static Activity? FindHostActivity()
    {
        var activity = Activity.Current;
        while (activity is not null && activity.OperationName != HostActivity)
            activity = activity.Parent;
        return activity;
    }

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        lock (_writer)
        {
            if (IsOver || _hasBegun || Http.Response.HasStarted)
                throw new InvalidOperationException("Response headers can only be sent once per call.");
            foreach (var entry in responseHeaders)
            {
                if (entry.Key == GrpcHeaders.EncodingRequest)
                    Choose(entry.Value);
                else
                    GrpcResponse.Append(Http.Response.Headers, entry);
            }

            _hasBegun = true;
        }

        return FlushAsync(CancellationToken).AsTask();
    }

    private void Choose(string encoding)
    {
        _encoding = null;
        Http.Response.Headers.Remove(GrpcHeaders.Encoding);
        if (encoding != GrpcHeaders.IdentityEncoding)
        {
            UseEncoding(_server.Options.FindEncoding(encoding) ?? throw new InvalidOperationException(
                $"Unable to find compression provider for '{encoding}': add one to GrpcServiceOptions.CompressionProviders."));
        }
    }

    // grpc-dotnet does not offer it either: deadlines and cancellation go on by the client factory's EnableCallContextPropagation.
    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotImplementedException("Propagate by AddGrpcClient(…).EnableCallContextPropagation().");

    protected override string MethodCore => _method;

    protected override string HostCore => Http.Request.Host.Value ?? "";

    protected override string PeerCore
    {
        get
        {
            var connection = Http.Connection;
            return connection.RemoteIpAddress switch
            {
                null => "unknown",
                { AddressFamily: AddressFamily.InterNetworkV6 } address => $"ipv6:[{address}]:{connection.RemotePort}",
                var address => $"ipv4:{address}:{connection.RemotePort}",
            };
        }
    }

    protected override DateTime DeadlineCore => _deadline?.At ?? DateTime.MaxValue;

    protected override Metadata RequestHeadersCore => _requestHeaders ??= RequestMetadata.Read(Http.Request.Headers);

    protected override CancellationToken CancellationTokenCore => _deadline?.CancellationToken ?? Http.RequestAborted;

    protected override Metadata ResponseTrailersCore => _trailers ??= [];

    protected override Status StatusCore
    {
        get => _status;
        set
        {
            // What the deadline has ended keeps its status.
            lock (_writer)
            {
                if (!IsOver)
                    _status = value;
            }
        }
    }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => _authContext ??= Http.Connection.ClientCertificate is { } certificate
        ? PeerCertificate.Describe(certificate)
        : Unauthenticated;

    protected override IDictionary<object, object> UserStateCore => Http.Items!;
}
