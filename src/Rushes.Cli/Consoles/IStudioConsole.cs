using Rushes.Engine.Making;

namespace Rushes.Cli.Consoles;

/// <summary>Where a command shows its work.</summary>
internal interface IStudioConsole : IFilmWatcher, IDisposable
{
    /// <summary>A line for people.</summary>
    void Say(string line);

    void Warn(string line);

    /// <summary>A person sits at the terminal and wants to be asked.</summary>
    bool Asks { get; }

    /// <summary>Asks a question; without a person at a terminal the answer is yes.</summary>
    bool Confirm(string question);
}
