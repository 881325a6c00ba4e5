using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace EidAgent.Hosting;

/// <summary>The log on standard error, whose writer is made for its first line: most starts have nothing to say, and a website waits for them.</summary>
/// <param name="json">One JSON object a line.</param>
internal sealed class LateConsole(bool json) : ILoggerProvider
{
    private readonly Lazy<ILoggerFactory> console = new(() => LoggerFactory.Create(logging =>
    {
        // What is to be logged is decided before, by the agent's own filters.
        logging.SetMinimumLevel(LogLevel.Trace);
        logging.Services.Configure<ConsoleLoggerOptions>(logger => logger.LogToStandardErrorThreshold = LogLevel.Trace);
        _ = json ? logging.AddJsonConsole(form => form.UseUtcTimestamp = true) : logging.AddSimpleConsole(form => form.SingleLine = true);
    }));

    public ILogger CreateLogger(string categoryName) => new Line(console, categoryName);

    public void Dispose()
    {
        if (console.IsValueCreated)
        {
            console.Value.Dispose();
        }
    }

    private sealed class Line(Lazy<ILoggerFactory> console, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            console.Value.CreateLogger(category).Log(logLevel, eventId, state, exception, formatter);
    }
}
