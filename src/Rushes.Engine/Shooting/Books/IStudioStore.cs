using Rushes.Engine.Watching;

namespace Rushes.Engine.Shooting.Books;

/// <summary>
/// The books of the studio: what is to be filmed, by whom, and what happened. The store is the truth, memory a cache; every change is one guarded
/// update with its event in the same transaction. Several processes may use one store at once.
/// </summary>
public interface IStudioStore : IRunBook, ILaneBook, IAccountBook, IEventBook, IAsyncDisposable
{
    /// <summary>Beats when takes may have become available to lanes, or were cancelled under them, through this process.</summary>
    Pulse Queue { get; }

    /// <summary>Beats when events were stored through this process.</summary>
    Pulse Events { get; }
}
