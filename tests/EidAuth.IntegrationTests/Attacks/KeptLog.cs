using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Keeps every log line of every host, down to Trace.</summary>
internal sealed class KeptLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(KeptLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.lines.Enqueue($"{category} {formatter(state, exception)} {exception}");
    }
}
