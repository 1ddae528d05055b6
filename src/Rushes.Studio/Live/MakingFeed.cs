using System.Runtime.CompilerServices;
using Rushes.Engine.Making;
using Rushes.Engine.Watching;
using Rushes.Studio.Parts;

namespace Rushes.Studio.Live;

/// <summary>What is told while a script is written: that of a film whose project does not exist yet, or something for one that does.</summary>
internal sealed class MakingFeed(FilmInHand film, PartPrinter printer, TimeProvider time)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    public async IAsyncEnumerable<IReadOnlyList<LivePart>> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var bell = new Bell(time);
        using var hearing = film.Changed.Listen(bell.Ring);
        await using var ringAtEnd = cancellation.Register(bell.Ring);
        while (!cancellation.IsCancellationRequested)
        {
            yield return [new("making", await printer.PrintAsync<MakingCard>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Film"] = film }))];
            if (film.IsOver || RoomLinks.After(film) is not null)
                yield break;
            await bell.WaitAsync(Look);
            await Task.Delay(Beat, time, CancellationToken.None);
        }
    }
}
