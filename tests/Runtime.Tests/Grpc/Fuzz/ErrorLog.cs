using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Training.Runtime.Tests.Grpc.Fuzz;

/// <summary>Keeps what a server logs as an error: nothing that a client sends may be one.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    private const int Kept = 20;

    public ConcurrentQueue<string> Errors { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && Errors.Count < Kept)
            Errors.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
