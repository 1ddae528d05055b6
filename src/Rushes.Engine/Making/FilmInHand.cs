using Rushes.Engine.Projects;
using Rushes.Engine.Watching;
using Rushes.Film;

namespace Rushes.Engine.Making;

/// <summary>A film that this process works on: how far it has come, and what was told. Safe to read from any thread.</summary>
public sealed class FilmInHand : IFilmWatcher
{
    private const int MostLines = 200;
    private readonly Lock _door = new();
    private readonly Queue<NewsLine> _lines = new();
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop;
    private int _told;

    internal FilmInHand(string id, Project? project, TimeProvider time, CancellationToken studioCloses)
    {
        (Id, Project, _time) = (id, project, time);
        BegunAt = time.GetUtcNow();
        _stop = CancellationTokenSource.CreateLinkedTokenSource(studioCloses);
    }

    public string Id { get; }

    public DateTimeOffset BegunAt { get; }

    /// <summary>Null until its script is written.</summary>
    public Project? Project { get; private set; }

    public FilmStage Stage { get; private set; } = FilmStage.Writing;

    /// <summary>0 to 1 within the stage, where that is known.</summary>
    public double? Progress { get; private set; }

    /// <summary>Why it stopped.</summary>
    public Mistake? Mistake { get; private set; }

    /// <summary>How the film stands; null until the work is done.</summary>
    public FilmReport? Report { get; private set; }

    public bool IsOver => Stage is FilmStage.Done or FilmStage.Cancelled or FilmStage.Stopped;

    /// <summary>Beats when anything here changed.</summary>
    public Pulse Changed { get; } = new();

    /// <summary>Completes when the work is over, however it ended.</summary>
    public Task Over { get; internal set; } = Task.CompletedTask;

    internal CancellationToken Stop => _stop.Token;

    /// <summary>The last lines, the oldest first.</summary>
    public IReadOnlyList<NewsLine> Lines
    {
        get
        {
            lock (_door)
                return [.. _lines];
        }
    }

    public void Tell(FilmNews news)
    {
        switch (news)
        {
            case FilmNews.Said said:
                Add(said.Sentence, warning: false);
                break;
            case FilmNews.Warned warned:
                Add(warned.Sentence, warning: true);
                break;
            case FilmNews.Voiced voiced:
                Move(FilmStage.Voicing, (double)voiced.Done / voiced.Total);
                break;
            case FilmNews.Planned:
                Move(FilmStage.Shooting, null);
                break;
            case FilmNews.Cutting cutting:
                Move(FilmStage.Cutting, cutting.Progress);
                break;
        }

        Changed.Beat();
    }

    internal void Cancel() => _stop.Cancel();

    internal void Know(Project project)
    {
        Project = project;
        Changed.Beat();
    }

    internal void End(FilmStage stage, FilmReport? report, Mistake? mistake)
    {
        (Report, Mistake, Progress) = (report, mistake, null);
        Stage = stage;
        _stop.Dispose();
        Changed.Beat();
    }

    private void Move(FilmStage stage, double? progress)
    {
        if (!IsOver)
            (Stage, Progress) = (stage, progress);
    }

    private void Add(string sentence, bool warning)
    {
        lock (_door)
        {
            _lines.Enqueue(new NewsLine(++_told, _time.GetUtcNow(), sentence, warning));
            if (_lines.Count > MostLines)
                _lines.Dequeue();
        }
    }
}
