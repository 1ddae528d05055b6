using System.Globalization;
using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Studio.Parts;

namespace Rushes.Studio.Live;

/// <summary>A room as all tabs see it that look at it: read once, and printed once a language, however many they are.</summary>
internal sealed class RoomWatch : IDisposable
{
    /// <summary>How long a reading is good while nothing rings: other processes may film, too.</summary>
    private static readonly TimeSpan Good = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly Dictionary<(string Language, string Part), (object Stamp, string Html)> _prints = [];

    /// <summary>The last event of each scene.</summary>
    private readonly SortedDictionary<int, long> _scenes = [];

    /// <summary>Progress of the takes in work, which no book keeps.</summary>
    private readonly Dictionary<int, double> _progress = [];

    private readonly RoomReader _rooms;
    private readonly FilmDesk _desk;
    private readonly PartPrinter _printer;
    private readonly TimeProvider _time;
    private readonly string _name;
    private readonly IDisposable[] _hearing;
    private IDisposable? _hearingHand;
    private FilmInHand? _hand;
    private Swimlanes _lanes = new();
    private RunLog _log = new();
    private RoomView? _room;
    private long _readings;
    private long _readAt;
    private volatile bool _stale = true;

    public RoomWatch(RoomReader rooms, IStudioStore books, FilmDesk desk, PartPrinter printer, TimeProvider time, string name)
    {
        (_rooms, _desk, _printer, _time, _name) = (rooms, desk, printer, time, name);
        _hearing = [books.Events.Listen(Ring), desk.Changed.Listen(Ring)];
    }

    /// <summary>Beats when the room may look different.</summary>
    public Pulse Changed { get; } = new();

    /// <summary>Looks at the room.</summary>
    /// <returns>What looks different from what the tab was shown.</returns>
    public async Task<IReadOnlyList<LivePart>> LookAsync(RoomTab tab, CancellationToken cancellation)
    {
        await _door.WaitAsync(cancellation);
        try
        {
            if (_stale || _room is null || _time.GetElapsedTime(_readAt) >= Good)
                await ReadAsync(cancellation);
            return await NewsAsync(_room!, tab);
        }
        finally
        {
            _door.Release();
        }
    }

    public void Dispose()
    {
        foreach (var hearing in _hearing)
            hearing.Dispose();
        _hearingHand?.Dispose();
        _door.Dispose();
    }

    private void Ring()
    {
        _stale = true;
        Changed.Beat();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        // Whatever rings from here on is looked at the next time.
        (_stale, _readAt) = (false, _time.GetTimestamp());
        var project = _rooms.Project(_name);
        var run = await _rooms.RunOfAsync(project, cancellation);
        if (run?.Id != _room?.Run?.Id)
        {
            (_lanes, _log) = (new Swimlanes(), new RunLog());
            _scenes.Clear();
            _progress.Clear();
        }

        var heard = _lanes.Sequence;
        if (run is not null)
            await _rooms.CatchUpAsync(run.Id, _lanes, Hear, cancellation);
        Hold(_desk.Of(project));
        _room = _room is { } before && before.Run?.Id == run?.Id && heard == _lanes.Sequence && Papers.StateOf(project) == before.Papers
            ? before with
            {
                Run = run,
                Hand = _hand,
                HasFilm = File.Exists(project.FilmFile),
                Accounts = await _rooms.AccountsAsync(run, cancellation),
            }
            : await _rooms.ReadAsync(project, run, _lanes, cancellation);
        _room = _room with { Told = _log.Lines };
        _readings++;
    }

    private void Hold(FilmInHand? hand)
    {
        if (ReferenceEquals(hand, _hand))
            return;
        _hearingHand?.Dispose();
        (_hand, _hearingHand) = (hand, hand?.Changed.Listen(Ring));
    }

    private void Hear(RecordedEvent recorded)
    {
        _log.Tell(recorded);
        if (recorded.Event is not TakeEvent take)
            return;
        _scenes[take.Scene] = recorded.Sequence;
        if (take is TakeProgress progress)
            _progress[take.Scene] = progress.Progress;
        else
            _progress.Remove(take.Scene);
    }

    private async Task<IReadOnlyList<LivePart>> NewsAsync(RoomView room, RoomTab tab)
    {
        List<LivePart> parts = [];
        var run = room.Run?.Id;
        var seen = tab.Run == run ? tab.Sequence : 0;
        var head = await PrintAsync<RoomHead>("room-head", _readings, ("Room", room));
        if (head != tab.Head)
            parts.Add(new("room-head", tab.Head = head));
        var phases = await PrintAsync<RoomTabs>("phases", _readings, ("Room", room), ("Here", "shoot"));
        if (phases != tab.Phases)
            parts.Add(new("phases", tab.Phases = phases));
        var film = await PrintAsync<FilmPlayer>("room-film", _readings, ("Room", room));
        if (film != tab.Film)
            parts.Add(new("room-film", tab.Film = film));
        await AddLanesAsync(parts, room, tab, seen);

        // Scenes may have been written, moved and picked from in another tab.
        var rewritten = tab.Papers is { } shown && shown != room.Papers;
        tab.Papers = room.Papers;
        if (rewritten)
            parts.Add(new("cards", await PrintAsync<Storyboard>("cards", _readings, ("Room", room))));
        foreach (var (number, at) in _scenes)
        {
            if (at > seen && number <= room.Scenes.Count && !rewritten)
                parts.Add(new(string.Create(CultureInfo.InvariantCulture, $"scene-{number}"), await SceneAsync(room, number, at)));
        }

        if (room.Hand is { Lines: [.., var last] } hand && tab.Line != (hand.Id, last.Number))
        {
            tab.Line = (hand.Id, last.Number);
            parts.Add(new("log", await PrintAsync<ProductionLog>("log", tab.Line, ("Lines", room.Log))));
        }

        (tab.Run, tab.Sequence) = (run, _lanes.Sequence);
        return parts;
    }

    /// <summary>The whole board where its axis or its rows changed, otherwise the blocks that did.</summary>
    private async Task AddLanesAsync(List<LivePart> parts, RoomView room, RoomTab tab, long seen)
    {
        var now = _time.GetUtcNow();
        var axis = TimeAxis.Of(_lanes, now, room.IsBusy);
        var lanes = _lanes.Lanes;
        var board = new BoardShape(room.Run?.Id, axis.Horizon, room.IsBusy, string.Join(' ', lanes.Select(lane => $"{lane.Account}/{lane.Rows}")));
        if (tab.Board is null && seen == _lanes.Sequence && tab.Page == (board.Horizon, board.Busy))
            tab.Board = board;
        if (tab.Board != board)
        {
            tab.Board = board;
            parts.Add(new("lanes", await PrintAsync<LaneBoard>("lanes", (board, _lanes.Sequence), ("Lanes", _lanes), ("Axis", axis), ("Now", now), ("Busy", room.IsBusy))));
            return;
        }

        foreach (var lane in lanes.Where(lane => lane.Changed > seen))
        {
            parts.Add(new("who-" + lane.Account, await PrintAsync<LaneWho>("who-" + lane.Account, (board.Run, lane.Changed), ("Lane", lane))));
            foreach (var block in lane.Blocks.Where(block => block.Changed > seen))
            {
                var html = await PrintAsync<LaneTile>(block.Key, (board.Run, board.Horizon, block.Changed), ("Block", block), ("Axis", axis), ("Now", now));
                parts.Add(new(block.Key, html, "track-" + lane.Account));
            }
        }
    }

    private Task<string> SceneAsync(RoomView room, int number, long at)
    {
        var view = room.Scenes[number - 1] with { Progress = _progress.TryGetValue(number, out var progress) ? progress : null };
        return PrintAsync<SceneCard>(string.Create(CultureInfo.InvariantCulture, $"scene-{number}"), (room.Run?.Id, at), ("Project", room.Project.Name), ("View", view), ("Picture", number <= room.Project.Brief.Pictures.Count));
    }

    /// <param name="stamp">What the print depends on; while it stays the same, the last print is good.</param>
    private async Task<string> PrintAsync<TPart>(string part, object stamp, params IEnumerable<(string Name, object? Value)> parameters)
        where TPart : Microsoft.AspNetCore.Components.IComponent
    {
        var key = (CultureInfo.CurrentUICulture.Name, part);
        if (_prints.TryGetValue(key, out var print) && print.Stamp.Equals(stamp))
            return print.Html;
        var html = await _printer.PrintAsync<TPart>(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal));
        _prints[key] = (stamp, html);
        return html;
    }
}
