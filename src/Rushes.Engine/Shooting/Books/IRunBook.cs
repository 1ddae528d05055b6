using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Books;

/// <summary>Runs, their takes, and what the user wants of them.</summary>
public interface IRunBook
{
    /// <summary>
    /// Stores a run with its takes, queued. Take numbers go on from the highest that the project has. The orders are kept as they are, but for the
    /// take's number and seed.
    /// </summary>
    Task<RunSheet> CreateRunAsync(NewRun run, CancellationToken cancellation);

    /// <summary>Adds takes to a run and opens it again.</summary>
    Task<IReadOnlyList<TakeSheet>> AddTakesAsync(string run, IReadOnlyList<NewTake> takes, string attendant, CancellationToken cancellation);

    /// <summary>All runs, the newest first.</summary>
    Task<IReadOnlyList<RunSheet>> RunsAsync(CancellationToken cancellation);

    Task<RunSheet?> RunAsync(string run, CancellationToken cancellation);

    /// <summary>Cheap enough to ask often; null when there is no such run.</summary>
    Task<RunState?> RunStateAsync(string run, CancellationToken cancellation);

    /// <summary>What the unsettled takes of a run wait for.</summary>
    Task<IReadOnlyList<WaitingTakes>> WaitingAsync(string run, CancellationToken cancellation);

    /// <summary>Operations of cancelled takes that the provider was not asked to stop yet.</summary>
    Task<int> StillToStopAsync(string run, CancellationToken cancellation);

    /// <summary>The takes of a run by scene and take.</summary>
    Task<IReadOnlyList<TakeSheet>> TakesAsync(string run, CancellationToken cancellation);

    /// <summary>Every take that a project ever had, by scene and take.</summary>
    Task<IReadOnlyList<TakeSheet>> TakesOfProjectAsync(string project, CancellationToken cancellation);

    /// <summary>The takes of one scene of a project.</summary>
    Task<IReadOnlyList<TakeSheet>> TakesOfSceneAsync(string project, int scene, CancellationToken cancellation);

    /// <summary>What a take is filmed from.</summary>
    Task<ShotOrder?> OrderAsync(long take, CancellationToken cancellation);

    /// <summary>
    /// Puts takes of a project under other scenes, all at once or none. A take keeps its number where that is free there, and its clip keeps its file.
    /// </summary>
    /// <returns>Their scene and number now, by id.</returns>
    Task<IReadOnlyDictionary<long, (int Scene, int Take)>> FileTakesAsync(string project, IReadOnlyList<FiledTake> takes, CancellationToken cancellation);

    /// <summary>The attempts of a take, the first first.</summary>
    Task<IReadOnlyList<AttemptSheet>> AttemptsAsync(long take, CancellationToken cancellation);

    /// <summary>
    /// Takes a run up again: queued takes may be filmed, cancelled and failed ones are queued, or go on where an operation was accepted. Blocked and
    /// unknown takes, and requests that were wrong, stay as they are: they need the user.
    /// </summary>
    /// <returns>Takes that have something left to do; null when there is no such run.</returns>
    Task<int?> ResumeAsync(string run, string attendant, CancellationToken cancellation);

    /// <summary>Cancels what is queued, submitting and generating; what was accepted is kept for resuming.</summary>
    /// <returns>Takes that were cancelled; null when there is no such run.</returns>
    Task<int?> CancelAsync(string run, CancellationToken cancellation);

    /// <summary>The process waits for the run from now on, and opens it again where it had ended.</summary>
    Task AttendAsync(string run, string attendant, CancellationToken cancellation);

    /// <summary>The process no longer waits for the run; when nobody does, and it is not finished, it is paused.</summary>
    Task LeaveAsync(string run, string attendant, CancellationToken cancellation);

    /// <summary>Pauses the runs whose every attendant has ended.</summary>
    Task PauseForsakenAsync(IPresence me, CancellationToken cancellation);

    /// <summary>By the user's consent: the unknown attempt is written off and the take queued again, which may be charged twice.</summary>
    /// <returns>False when the take is not unknown.</returns>
    Task<bool> SubmitAgainAsync(long take, string attendant, CancellationToken cancellation);

    /// <summary>The film was cut, or is none any more (null).</summary>
    Task MarkCutAsync(string run, string? film, CancellationToken cancellation);

    /// <summary>Forgets everything about a project; its folder is not touched.</summary>
    /// <returns>False when something of it is still in work.</returns>
    Task<bool> ForgetProjectAsync(string project, CancellationToken cancellation);
}
