using Rushes.Engine.Watching;

namespace Rushes.Engine.Shooting.Books;

/// <summary>What happened, in order.</summary>
public interface IEventBook
{
    /// <summary>The events of a run after <paramref name="after"/>, the oldest first.</summary>
    /// <param name="after">Sequence of the last event already seen; 0 for all.</param>
    /// <param name="most">At most so many.</param>
    Task<IReadOnlyList<RecordedEvent>> EventsAsync(string run, long after, int most, CancellationToken cancellation);

    /// <summary>Tells of something that changes no take.</summary>
    Task NoteAsync(string run, StudioEvent happening, CancellationToken cancellation);
}
