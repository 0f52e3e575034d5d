using Microsoft.Extensions.Logging;

namespace Training.Tests.Services;

/// <summary>
/// Keeps what a service logs when a caller is only told a trace id: a file for each id in the folder that <c>TRAINING_LOGS</c> names, which the
/// run shows beside the test that failed with it.
/// </summary>
public sealed class UnexpectedErrors : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => Keeper.One;

    public void Dispose()
    {
    }

    private sealed class Keeper : ILogger
    {
        public static readonly Keeper One = new();

        private static readonly Lock Gate = new();

        private static readonly string? Folder = Environment.GetEnvironmentVariable("TRAINING_LOGS");

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error && !string.IsNullOrEmpty(Folder);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel) || state is not IEnumerable<KeyValuePair<string, object?>> values)
                return;
            if (values.FirstOrDefault(value => value.Key == "TraceId").Value is not string traceId)
                return;
            lock (Gate)
            {
                Directory.CreateDirectory(Folder!);
                File.AppendAllText(Path.Combine(Folder!, $"{traceId}.txt"), $"{formatter(state, exception)}{Environment.NewLine}{exception}{Environment.NewLine}");
            }
        }
    }
}
