using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;
using Rushes.Studio.Api.Answers;
using Rushes.Studio.Live;

namespace Rushes.Studio.Api;

/// <summary>
/// A project's events for one reader, run after run. The books have them all, so a reader that names the last one it saw misses nothing, whatever process it
/// asked before.
/// </summary>
internal sealed class ProjectEvents(RoomReader rooms, FilmDesk desk, IStudioStore books, TimeProvider time, string name)
{
    private const int Page = 500;

    /// <summary>Between two looks, so that a burst of progress is one update.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    /// <summary>How long to sleep when nothing rings: other processes may film, too.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>A silent stream says so often that it is alive.</summary>
    private static readonly TimeSpan Sign = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, long> _told = new(StringComparer.Ordinal);
    private (string Id, FilmStage Stage, double? Progress, int Line)? _work;

    public static string IdOf(RecordedEvent recorded) => FormattableString.Invariant($"{recorded.Run}/{recorded.Sequence}");

    /// <param name="after">The last event that the reader saw; runs before its run are not told again.</param>
    /// <param name="untilIdle">End when nothing is done for the project any more.</param>
    public async IAsyncEnumerable<SseItem<ProjectNews>> ReadAsync(
        (string Run, long Sequence)? after, bool untilIdle, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var bell = new Bell(time);
        using var events = books.Events.Listen(bell.Ring);
        await using var ringAtEnd = cancellation.Register(bell.Ring);
        FilmInHand? heard = null;
        IDisposable? hearing = null;
        var spoke = time.GetTimestamp();
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                var project = rooms.Project(name);
                var hand = desk.Of(project);
                if (!ReferenceEquals(hand, heard))
                {
                    hearing?.Dispose();
                    (heard, hearing) = (hand, hand?.Changed.Listen(bell.Ring));
                }

                // Looked at before the books: whatever came before the end is told before the end.
                var work = hand is null ? null : WorkSheet.Of(hand);
                var runs = await RunsAsync(project, after?.Run, cancellation);
                foreach (var run in runs)
                {
                    var seen = _told.GetValueOrDefault(run.Id, run.Id == after?.Run ? after.Value.Sequence : 0);
                    while (await books.EventsAsync(run.Id, seen, Page, cancellation) is { Count: > 0 } page)
                    {
                        foreach (var recorded in page)
                            yield return ItemOf(recorded);
                        seen = page[^1].Sequence;
                        spoke = time.GetTimestamp();
                    }

                    _told[run.Id] = seen;
                }

                if (work is not null && IsNews(work))
                {
                    yield return new SseItem<ProjectNews>(new(null, null, time.GetUtcNow(), null, null, work), "work");
                    spoke = time.GetTimestamp();
                }

                if (untilIdle && work is not { Over: false } && !runs.Any(run => run.State == RunState.Filming))
                    yield break;
                if (time.GetElapsedTime(spoke) >= Sign)
                {
                    yield return new SseItem<ProjectNews>(new(null, null, time.GetUtcNow(), null, null, null), "sign");
                    spoke = time.GetTimestamp();
                }

                await bell.WaitAsync(Look);
                await Task.Delay(Beat, time, CancellationToken.None);
            }
        }
        finally
        {
            hearing?.Dispose();
        }
    }

    private static SseItem<ProjectNews> ItemOf(RecordedEvent recorded) => new(
        new(
            recorded.Run,
            recorded.Sequence,
            recorded.At,
            EventSentence.Of(recorded.Event, TimeZoneInfo.Local),
            JsonSerializer.SerializeToElement(recorded.Event, EventJson.Default.StudioEvent),
            null),
        "event")
    {
        EventId = IdOf(recorded),
        ReconnectionInterval = TimeSpan.FromSeconds(1),
    };

    private bool IsNews(WorkSheet work)
    {
        var now = (work.Id, work.Stage, work.Progress, work.Lines is [.., var last] ? last.Number : 0);
        if (_work == now)
            return false;
        _work = now;
        return true;
    }

    /// <summary>The project's runs from that of the last event on, the oldest first.</summary>
    private async Task<IReadOnlyList<RunSheet>> RunsAsync(Project project, string? from, CancellationToken cancellation)
    {
        List<RunSheet> runs = [.. (await books.RunsAsync(cancellation)).Where(run => run.Project == project.Folder).Reverse()];
        var first = from is null ? -1 : runs.FindIndex(run => run.Id == from);
        return first > 0 ? runs[first..] : runs;
    }
}
