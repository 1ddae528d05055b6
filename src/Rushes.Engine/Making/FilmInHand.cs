using Rushes.Engine.Making.Models;
using Rushes.Engine.Projects;
using Rushes.Engine.Watching;
using Rushes.Film;
using Rushes.Film.Briefs;

namespace Rushes.Engine.Making;

/// <summary>A film that this process works on: how far it has come, and what was told. Safe to read from any thread.</summary>
public sealed class FilmInHand : IFilmWatcher
{
    private const int MostLines = 200;
    private readonly Lock _door = new();
    private readonly Queue<NewsLine> _lines = new();
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop;
    private TaskCompletionSource<bool>? _answer;
    private FilmStage _asked;
    private int _told;
    private int _questions;

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

    /// <summary>What it writes for a script that is there; null: it makes the film itself.</summary>
    public ScriptWork? Writes { get; internal init; }

    /// <summary>What a new film was asked for; null where it works on a project that was there.</summary>
    public Brief? Brief { get; internal init; }

    public FilmStage Stage { get; private set; } = FilmStage.Writing;

    /// <summary>0 to 1 within the stage, where that is known.</summary>
    public double? Progress { get; private set; }

    /// <summary>What it waits for the user to say; null: nothing.</summary>
    public CostQuestion? Question { get; private set; }

    /// <summary>Why it stopped.</summary>
    public Mistake? Mistake { get; private set; }

    /// <summary>How the film stands; null until the work is done.</summary>
    public FilmReport? Report { get; private set; }

    /// <summary>The work is done as far as it could be: scenes have no clip, so there is no film of them.</summary>
    public bool LacksScenes => Stage == FilmStage.Done && Report is { Film: null };

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

    /// <summary>Passes the user's word on. Nothing happens where that question is not open any more: said twice is said once.</summary>
    /// <param name="question">Its number.</param>
    public void Answer(int question, bool yes)
    {
        lock (_door)
        {
            if (Question?.Number == question)
                Close()?.TrySetResult(yes);
        }

        Changed.Beat();
    }

    /// <summary>Waits for the user's word, however long that takes.</summary>
    internal async Task<bool> AskAsync(CostEstimate cost, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_door)
        {
            (_answer, _asked, Stage, Progress) = (answer, Stage, FilmStage.Asking, null);
            Question = new(++_questions, cost);
        }

        Changed.Beat();
        try
        {
            return await answer.Task.WaitAsync(cancellation);
        }
        finally
        {
            lock (_door)
                Close();
        }
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

    /// <summary>The question is not open any more.</summary>
    private TaskCompletionSource<bool>? Close()
    {
        if (Question is not null)
            (Question, Stage) = (null, _asked);
        return _answer;
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
