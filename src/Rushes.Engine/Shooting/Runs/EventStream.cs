using System.Runtime.CompilerServices;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Runs;

/// <summary>A run's events as they happen: woken by this process, and looking now and then for those of others.</summary>
public sealed class EventStream(IStudioStore store, TimeProvider time)
{
    private const int Page = 500;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Every event after <paramref name="after"/>, then the new ones, until the run has ended (finished, paused or cancelled, with nothing left in work) and
    /// all was told.
    /// </summary>
    public async IAsyncEnumerable<RecordedEvent> ReadAsync(string run, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var bell = new Bell(time);
        using var listening = store.Events.Listen(bell.Ring);
        await using var ringOnCancel = cancellation.Register(bell.Ring);
        var ended = false;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var events = await store.EventsAsync(run, after, Page, cancellation);
            foreach (var recorded in events)
            {
                yield return recorded;
                after = recorded.Sequence;
            }

            if (events.Count > 0)
                continue;
            if (ended)
                yield break;

            // Looked at after the last event was read, so that one more look finds whatever came before the end.
            ended = await store.RunStateAsync(run, cancellation) is not RunState.Filming;
            if (!ended)
                await bell.WaitAsync(Look);
        }
    }
}
