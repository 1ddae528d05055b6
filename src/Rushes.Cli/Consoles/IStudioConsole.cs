using Rushes.Engine.Making;

namespace Rushes.Cli.Consoles;

/// <summary>Where a command shows its work.</summary>
internal interface IStudioConsole : IFilmWatcher, IDisposable
{
    /// <summary>A line for people.</summary>
    void Say(string line);

    void Warn(string line);

    /// <summary>Asks a question; without a person at a terminal the answer is yes.</summary>
    bool Confirm(string question);
}
