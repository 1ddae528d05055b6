using System.Globalization;
using Microsoft.Extensions.Logging;
using Rushes.Storage.Files;

namespace Rushes.Cli;

/// <summary>Warnings and errors of the engine as lines in <c>logs/rushes.log</c> of the home; the terminal stays for people.</summary>
internal sealed class HomeLog(HomeFolder home, TimeProvider time) : ILoggerFactory
{
    private const long Enough = 5_000_000;
    private readonly Lock _writing = new();

    public ILogger CreateLogger(string categoryName) => new Lines(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The log of the home has one writer.");

    public void Dispose()
    {
    }

    private void Write(string line)
    {
        lock (_writing)
        {
            try
            {
                Directory.CreateDirectory(home.Logs);
                var file = Path.Combine(home.Logs, "rushes.log");
                if (File.Exists(file) && new FileInfo(file).Length > Enough)
                    File.Move(file, file + ".old", overwrite: true);
                File.AppendAllText(file, line + Environment.NewLine);
            }
            catch (IOException)
            {
                // A full disk is told elsewhere; the log is not worth a failed film.
            }
        }
    }

    private sealed class Lines(HomeLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and not LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                log.Write(string.Create(CultureInfo.InvariantCulture, $"{log.Now:O} {logLevel} {category}: {formatter(state, exception)}{(exception is null ? "" : " " + exception)}"));
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();
}
