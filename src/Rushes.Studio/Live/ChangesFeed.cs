using System.Globalization;
using System.Runtime.CompilerServices;
using Rushes.Engine.Making;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;

namespace Rushes.Studio.Live;

/// <summary>Says that something changed, never what: for the pages that show the state of more than one film, which then look for themselves.</summary>
internal sealed class ChangesFeed(IStudioStore books, FilmDesk desk, TimeProvider time)
{
    /// <summary>Between two words; a page is read anew after each.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private int _events;

    public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var bell = new Bell(time);
        await using var ringAtEnd = cancellation.Register(bell.Ring);
        using var heard = books.Events.Listen(() =>
        {
            Interlocked.Increment(ref _events);
            bell.Ring();
        });
        using var begun = desk.Changed.Listen(bell.Ring);
        var said = Stamp();
        while (!cancellation.IsCancellationRequested)
        {
            await bell.WaitAsync(Beat);
            var now = Stamp();
            if (now != said)
                yield return said = now;
            await Task.Delay(Beat, time, CancellationToken.None);
        }
    }

    /// <summary>What has happened, and what the works are at; a work that goes on to its next stage rings at nobody who does not know it.</summary>
    private string Stamp() => string.Create(
        CultureInfo.InvariantCulture, $"{Volatile.Read(ref _events)} {string.Join(' ', desk.Films.Select(film => $"{film.Id}:{film.Stage}:{film.Question?.Number}"))}");
}
