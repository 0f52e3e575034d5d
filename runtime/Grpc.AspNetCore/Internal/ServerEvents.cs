using System.Diagnostics.Tracing;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Counters for <c>dotnet-counters</c>, by the official names.</summary>
[EventSource(Name = "Grpc.AspNetCore.Server")]
internal sealed class ServerEvents : EventSource
{
    public static readonly ServerEvents Log = new();

    private long _total;
    private long _current;
    private long _failed;
    private long _expired;
    private long _sent;
    private long _received;
    private long _unimplemented;
    private List<PollingCounter>? _counters;

    [Event(1, Level = EventLevel.Verbose)]
    public void CallStart(string method)
    {
        Interlocked.Increment(ref _total);
        Interlocked.Increment(ref _current);
        if (IsEnabled(EventLevel.Verbose, EventKeywords.None))
            WriteEvent(1, method);
    }

    [Event(2, Level = EventLevel.Verbose)]
    public void CallStop()
    {
        Interlocked.Decrement(ref _current);
        if (IsEnabled(EventLevel.Verbose, EventKeywords.None))
            WriteEvent(2);
    }

    [Event(3, Level = EventLevel.Error)]
    public void CallFailed(int statusCode)
    {
        Interlocked.Increment(ref _failed);
        if (IsEnabled(EventLevel.Error, EventKeywords.None))
            WriteEvent(3, statusCode);
    }

    [Event(4, Level = EventLevel.Error)]
    public void CallDeadlineExceeded()
    {
        Interlocked.Increment(ref _expired);
        if (IsEnabled(EventLevel.Error, EventKeywords.None))
            WriteEvent(4);
    }

    [Event(5, Level = EventLevel.Verbose)]
    public void MessageSent()
    {
        Interlocked.Increment(ref _sent);
        if (IsEnabled(EventLevel.Verbose, EventKeywords.None))
            WriteEvent(5);
    }

    [Event(6, Level = EventLevel.Verbose)]
    public void MessageReceived()
    {
        Interlocked.Increment(ref _received);
        if (IsEnabled(EventLevel.Verbose, EventKeywords.None))
            WriteEvent(6);
    }

    [Event(7, Level = EventLevel.Verbose)]
    public void CallUnimplemented(string method)
    {
        Interlocked.Increment(ref _unimplemented);
        if (IsEnabled(EventLevel.Verbose, EventKeywords.None))
            WriteEvent(7, method);
    }

    protected override void OnEventCommand(EventCommandEventArgs command)
    {
        if (command.Command != EventCommand.Enable)
            return;
        _counters ??=
        [
            Counter("total-calls", "Total Calls", () => Interlocked.Read(ref _total)),
            Counter("current-calls", "Current Calls", () => Interlocked.Read(ref _current)),
            Counter("calls-failed", "Total Calls Failed", () => Interlocked.Read(ref _failed)),
            Counter("calls-deadline-exceeded", "Total Calls Deadline Exceeded", () => Interlocked.Read(ref _expired)),
            Counter("messages-sent", "Total Messages Sent", () => Interlocked.Read(ref _sent)),
            Counter("messages-received", "Total Messages Received", () => Interlocked.Read(ref _received)),
            Counter("calls-unimplemented", "Total Calls Unimplemented", () => Interlocked.Read(ref _unimplemented)),
        ];
    }

    private PollingCounter Counter(string name, string title, Func<double> value) => new(name, this, value) { DisplayName = title };
}
