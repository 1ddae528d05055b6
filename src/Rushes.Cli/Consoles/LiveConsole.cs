using System.Globalization;
using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Film.Takes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Rushes.Cli.Consoles;

/// <summary>One live bar a lane with its scenes under it; everything else scrolls above.</summary>
internal sealed class LiveConsole : IStudioConsole
{
    private const int BarWidth = 28;
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    private readonly Lock _drawing = new();
    private readonly SortedDictionary<(int Scene, int Take), FilmNews.TakeChanged> _takes = [];
    private readonly CancellationTokenSource _ended = new();
    private Task? _screen;
    private LiveDisplayContext? _live;
    private int _planned;
    private double? _cut;

    public LiveConsole(bool asks) => Asks = asks;

    public bool Asks { get; }

    public void Say(string line)
    {
        lock (_drawing)
            _console.WriteLine(line);
    }

    public void Warn(string line)
    {
        lock (_drawing)
            _console.Write(new Text(line + Environment.NewLine, new Style(Color.Orange1)));
    }

    public bool Confirm(string question) => !Asks || Questions.Ask(question);

    public void Tell(FilmNews news)
    {
        lock (_drawing)
        {
            switch (news)
            {
                case FilmNews.Said said:
                    _console.WriteLine(said.Sentence);
                    return;
                case FilmNews.Warned warned:
                    _console.Write(new Text(warned.Sentence + Environment.NewLine, new Style(Color.Orange1)));
                    return;
                case FilmNews.SceneWritten written:
                    _console.WriteLine(Sentence.Of("writing.scene", written.Scene, written.Of, written.Prompt));
                    return;
                case FilmNews.Planned planned:
                    _planned = planned.Takes;
                    break;
                case FilmNews.TakeChanged change:
                    _takes[(change.Scene, change.Take)] = change;
                    break;
                case FilmNews.Cutting cutting:
                    _cut = cutting.Progress;
                    break;
            }

            Show();
        }
    }

    public void Dispose()
    {
        if (!_ended.IsCancellationRequested)
            _ended.Cancel();
        _screen?.GetAwaiter().GetResult();
        _screen = null;
    }

    private void Show()
    {
        if (_ended.IsCancellationRequested)
            return;
        if (_screen is null)
        {
            var begun = new TaskCompletionSource();
            _screen = _console.Live(Picture()).AutoClear(false).StartAsync(async context =>
            {
                _live = context;
                begun.SetResult();
                try
                {
                    await Task.Delay(Timeout.Infinite, _ended.Token);
                }
                catch (OperationCanceledException)
                {
                    lock (_drawing)
                        context.UpdateTarget(Picture());
                }
            });
            begun.Task.GetAwaiter().GetResult();
        }

        _live?.UpdateTarget(Picture());
    }

    private Rows Picture()
    {
        var rows = new List<IRenderable>();
        foreach (var lane in _takes.Values.GroupBy(take => take.Account ?? Sentence.Of("film.lane-queue")))
        {
            var all = lane.ToList();
            var ready = all.Count(take => take.State == TakeState.Ready);
            var sum = all.Sum(Share);
            rows.Add(new Markup(string.Create(
                CultureInfo.InvariantCulture,
                $"[bold]{Markup.Escape(lane.Key)}[/]  {Bar(sum / all.Count)}  {ready}/{all.Count}")));
            rows.Add(new Markup("  " + string.Join(' ', all.Select(Block))));
        }

        if (_planned > 0)
        {
            var done = _takes.Values.Count(take => take.State == TakeState.Ready);
            rows.Add(new Markup(Markup.Escape(Sentence.Of("film.progress", done, _planned))));
        }

        if (_cut is { } cut)
            rows.Add(new Markup($"[bold]{Markup.Escape(Sentence.Of("film.cutting"))}[/]  {Bar(cut)}"));
        return new Rows(rows);
    }

    private static double Share(FilmNews.TakeChanged take) => take.State switch
    {
        TakeState.Ready => 1,
        TakeState.Downloading or TakeState.Upscaling => 0.97,
        TakeState.Generating => 0.95 * (take.Progress ?? 0.3),
        _ => 0,
    };

    private static string Block(FilmNews.TakeChanged take)
    {
        var (color, sign) = take.State switch
        {
            TakeState.Ready => ("green", "■"),
            TakeState.Generating => ("yellow", "▶"),
            TakeState.Downloading or TakeState.Upscaling => ("blue", "▼"),
            TakeState.Submitting => ("grey", "▷"),
            TakeState.Unknown => ("orange1", "?"),
            TakeState.Blocked or TakeState.Failed => ("red", "✗"),
            TakeState.Cancelled => ("grey", "–"),
            _ => ("grey", "□"),
        };
        var percent = take is { State: TakeState.Generating, Progress: { } progress } ? progress.ToString(" 0%", CultureInfo.CurrentCulture) : "";
        return string.Create(CultureInfo.InvariantCulture, $"[{color}]{sign}{take.Scene:00}{(take.Take > 1 ? "." + take.Take : "")}{percent}[/]");
    }

    private static string Bar(double share)
    {
        var full = (int)Math.Round(Math.Clamp(share, 0, 1) * BarWidth);
        return $"[yellow]{new string('━', full)}[/][grey]{new string('─', BarWidth - full)}[/]";
    }
}
