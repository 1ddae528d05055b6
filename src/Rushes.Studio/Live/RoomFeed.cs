using System.Runtime.CompilerServices;
using Rushes.Engine.Watching;

namespace Rushes.Studio.Live;

/// <summary>What changes in a room, as parts; one for each tab that looks. Woken by the books and the desk, at most a few times a second.</summary>
internal sealed class RoomFeed(RoomWatches watches, TimeProvider time, string name)
{
    /// <summary>Between two looks, so that a burst of events is one update.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    /// <summary>How long to sleep when nothing rings.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    public async IAsyncEnumerable<IReadOnlyList<LivePart>> ReadAsync(RoomTab tab, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var bell = new Bell(time);
        await using var ringAtEnd = cancellation.Register(bell.Ring);
        var watch = watches.Enter(name);
        try
        {
            using var hearing = watch.Changed.Listen(bell.Ring);
            while (!cancellation.IsCancellationRequested)
            {
                if (await watch.LookAsync(tab, cancellation) is { Count: > 0 } parts)
                    yield return parts;
                await bell.WaitAsync(Look);
                await Task.Delay(Beat, time, CancellationToken.None);
            }
        }
        finally
        {
            watches.Leave(name);
        }
    }
}
