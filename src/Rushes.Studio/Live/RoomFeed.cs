using System.Globalization;
using System.Runtime.CompilerServices;
using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;
using Rushes.Studio.Parts;

namespace Rushes.Studio.Live;

/// <summary>What changes in a room, as parts; one for each tab that looks. Woken by the books and the desk, at most a few times a second.</summary>
internal sealed class RoomFeed(RoomReader rooms, FilmDesk desk, IStudioStore books, PartPrinter printer, TimeProvider time, string name)
{
    /// <summary>Between two looks, so that a burst of events is one update.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    /// <summary>How long to sleep when nothing rings: other processes may film, too.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>Progress of the takes in work, which no book keeps.</summary>
    private readonly Dictionary<int, double> _progress = [];

    private Swimlanes _lanes = new();
    private string? _run;
    private int _line;
    private (FilmStage? Stage, double? Progress, string? Id, bool Film, RunState? State) _head;

    /// <param name="since">Sequence of the last event that the page shows already, of the run that it shows.</param>
    public async IAsyncEnumerable<IReadOnlyList<LivePart>> ReadAsync(string? run, long since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var bell = new Bell(time);
        using var events = books.Events.Listen(bell.Ring);
        await using var ringAtEnd = cancellation.Register(bell.Ring);
        FilmInHand? heard = null;
        IDisposable? hearing = null;
        try
        {
            for (var first = true; !cancellation.IsCancellationRequested; first = false)
            {
                var project = rooms.Project(name);
                var hand = desk.Of(project);
                if (!ReferenceEquals(hand, heard))
                {
                    hearing?.Dispose();
                    (heard, hearing) = (hand, hand?.Changed.Listen(bell.Ring));
                }

                var parts = await LookAsync(project, hand, first ? run : _run, first ? since : _lanes.Sequence, first, cancellation);
                if (parts.Count > 0)
                    yield return parts;
                await bell.WaitAsync(Look);
                await Task.Delay(Beat, time, CancellationToken.None);
            }
        }
        finally
        {
            hearing?.Dispose();
        }
    }

    private async Task<IReadOnlyList<LivePart>> LookAsync(
        Project project, FilmInHand? hand, string? knownRun, long since, bool first, CancellationToken cancellation)
    {
        var parts = new List<LivePart>();
        var sheet = (await books.RunsAsync(cancellation)).FirstOrDefault(candidate => candidate.Project == project.Folder);
        var scenes = new HashSet<int>();
        var newRun = sheet?.Id != _run;
        if (newRun)
            (_run, _lanes) = (sheet?.Id, new Swimlanes());
        var shown = newRun && sheet?.Id == knownRun ? since : 0;
        IReadOnlySet<string> lanes = new HashSet<string>();
        if (sheet is not null)
        {
            lanes = await rooms.CatchUpAsync(sheet.Id, _lanes, recorded => Hear(recorded, shown, scenes), cancellation);
            if (newRun && shown >= _lanes.Sequence)
                lanes = new HashSet<string>();
        }

        var hasFilm = File.Exists(project.FilmFile);
        var head = (hand?.Stage, hand?.Progress, hand?.Id, hasFilm, sheet?.State);
        if (scenes.Count > 0 || lanes.Count > 0 || head != _head || first)
        {
            _head = head;
            var room = await rooms.ReadAsync(name, cancellation);
            parts.Add(new("room-head", await PrintAsync<RoomHead>(("Room", room))));
            parts.Add(new("room-film", await PrintAsync<FilmPlayer>(("Room", room))));
            if (newRun || lanes.Count > 0)
                parts.Add(new("lanes", await PrintAsync<LaneBoard>(("Lanes", _lanes), ("Now", time.GetUtcNow()), ("Busy", room.IsBusy))));
            foreach (var scene in room.Scenes.Where(scene => scenes.Contains(scene.Number)))
            {
                var view = scene with { Progress = _progress.TryGetValue(scene.Number, out var progress) ? progress : null };
                parts.Add(new(string.Create(CultureInfo.InvariantCulture, $"scene-{scene.Number}"), await PrintAsync<SceneCard>(("Project", project.Name), ("View", view))));
            }
        }

        if (hand is not null && hand.Lines is [.., var last] && last.Number != _line)
        {
            _line = last.Number;
            parts.Add(new("log", await PrintAsync<ProductionLog>(("Lines", hand.Lines))));
        }

        return parts;
    }

    private void Hear(RecordedEvent recorded, long shown, HashSet<int> scenes)
    {
        if (recorded.Event is not TakeEvent take)
            return;
        if (take is TakeProgress progress)
            _progress[take.Scene] = progress.Progress;
        else
            _progress.Remove(take.Scene);
        if (recorded.Sequence > shown)
            scenes.Add(take.Scene);
    }

    private Task<string> PrintAsync<TPart>(params IEnumerable<(string Name, object? Value)> parameters)
        where TPart : Microsoft.AspNetCore.Components.IComponent =>
        printer.PrintAsync<TPart>(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal));
}
