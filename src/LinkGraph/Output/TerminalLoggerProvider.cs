using Microsoft.Extensions.Logging;

namespace LinkGraph.Output;

/// <summary>Log lines go to standard error, beside notes and progress, one line each.</summary>
internal sealed class TerminalLoggerProvider(Terminal terminal) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new TerminalLogger(terminal, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    public void Dispose()
    {
    }

    private sealed class TerminalLogger(Terminal terminal, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            terminal.Note($"{logLevel.ToString().ToLowerInvariant()} {category}: {formatter(state, exception)}");
            if (exception is not null)
                terminal.Note($"  {exception.GetType().Name}: {exception.Message}");
        }
    }
}
