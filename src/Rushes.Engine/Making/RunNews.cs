using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Engine.Making;

/// <summary>Tells a watcher what the events of a run mean, in the user's language.</summary>
internal sealed class RunNews(IFilmWatcher watcher)
{
    private readonly Dictionary<(int Scene, int Take), string> _accounts = [];

    public void Tell(StudioEvent happening)
    {
        switch (happening)
        {
            case RunStarted started:
                Introduce(started);
                break;
            case RunResumed resumed:
                watcher.Tell(new FilmNews.Planned(resumed.Takes));
                break;
            case RunWaits waits:
                watcher.Tell(new FilmNews.Said(Sentence.Of("film.waits", waits.Until.LocalDateTime)));
                break;
            case LaneRests rests:
                var reason = TroubleSentence.Of(rests.Trouble);
                watcher.Tell(new FilmNews.Warned(rests.Until is { } until
                    ? Sentence.Of("film.lane-rests", rests.AccountName, until.LocalDateTime, reason)
                    : Sentence.Of("film.lane-set-aside", rests.AccountName, reason)));
                break;
            case DownloadFailed failed when failed.RetryIn is { } soon:
                watcher.Tell(new FilmNews.Warned(Sentence.Of("film.download-failed", failed.Scene, soon.TotalSeconds, TroubleSentence.Of(failed.Trouble))));
                break;
            case OperationOrphaned orphan:
                watcher.Tell(new FilmNews.Warned(Sentence.Of("film.orphan", orphan.Scene, orphan.AccountName, orphan.Operation)));
                break;
            case TakeStarted started:
                _accounts[(started.Scene, started.Take)] = started.AccountName;
                if (started.MovedFrom is { } from)
                    watcher.Tell(new FilmNews.Said(Sentence.Of("film.moved", started.Scene, from, started.AccountName)));
                Change(started, TakeState.Submitting);
                break;
            case TakeSubmitted submitted:
                _accounts[(submitted.Scene, submitted.Take)] = submitted.AccountName;
                Change(submitted, TakeState.Generating);
                break;
            case TakeProgress progress:
                Change(progress, TakeState.Generating, progress.Progress);
                break;
            case TakeArriving arriving:
                Change(arriving, TakeState.Downloading);
                break;
            case TakeReady ready:
                _accounts[(ready.Scene, ready.Take)] = ready.AccountName;
                Change(ready, TakeState.Ready, 1);
                break;
            case TakeRequeued again:
                Change(again, TakeState.Queued, trouble: again.Trouble);
                break;
            case TakeUnknown unknown:
                Change(unknown, TakeState.Unknown, trouble: unknown.Trouble);
                break;
            case TakeBlocked blocked:
                Change(blocked, TakeState.Blocked, trouble: blocked.Trouble);
                break;
            case TakeFailed failed:
                Change(failed, TakeState.Failed, trouble: failed.Trouble);
                break;
            case TakeCancelled cancelled:
                Change(cancelled, TakeState.Cancelled);
                break;
        }
    }

    private void Introduce(RunStarted started)
    {
        var usable = started.Lanes.Where(lane => lane.Trouble is null).ToList();
        for (var index = 0; index < usable.Count; index++)
        {
            var lane = usable[index];
            watcher.Tell(new FilmNews.Said(Sentence.Of("film.account", index + 1, lane.Name, lane.Provider, lane.Slots)));
        }

        if (usable.Count > 1)
        {
            watcher.Tell(new FilmNews.Said(Sentence.Of("film.parallel", usable.Count, started.Scenes)));
        }
        else
        {
            var others = started.Lanes.Where(lane => lane.Trouble is not null).Select(lane => $"{lane.Name}: {TroubleSentence.Of(lane.Trouble!)}");
            watcher.Tell(new FilmNews.Said(Sentence.Of("film.sequential", usable.Count, started.Lanes.Count, string.Join("; ", others)).TrimEnd(' ', ';')));
        }

        watcher.Tell(new FilmNews.Planned(started.Takes));
    }

    private void Change(TakeEvent happening, TakeState state, double? progress = null, Trouble? trouble = null) =>
        watcher.Tell(new FilmNews.TakeChanged(
            happening.Scene,
            happening.Take,
            state,
            state is TakeState.Queued ? null : _accounts.GetValueOrDefault((happening.Scene, happening.Take)),
            progress,
            trouble is null ? null : TroubleSentence.Of(trouble)));
}
