using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>Everything any part of the site wrote to the log, at every level: messages, their values, exceptions, scopes.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(int Id, LogLevel Level, string Text)> lines = new();

    public string Text => string.Join('\n', lines.Select(line => line.Text));

    public IReadOnlyList<(int Id, LogLevel Level, string Text)> Of(int eventId) => [.. lines.Where(line => line.Id == eventId)];

    public ILogger CreateLogger(string categoryName) => new Category(this);

    public void Dispose()
    {
    }

    private void Add(int id, LogLevel level, params object?[] parts) =>
        lines.Enqueue((id, level, string.Join(" | ", parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)))));

    private sealed class Category(CapturedLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            log.Add(0, LogLevel.None, state, Values(state));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Add(eventId.Id, logLevel, formatter(state, exception), Values(state), exception);

        private static string Values<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(',', values.Select(value => $"{value.Key}={value.Value}")) : "";
    }
}
