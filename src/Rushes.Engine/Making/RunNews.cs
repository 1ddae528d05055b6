using System.Globalization;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Texts;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Engine.Making;

/// <summary>Tells a watcher what the events of a run mean, in the user's language.</summary>
public sealed class RunNews(IFilmWatcher watcher)
{
    private const int ShownOfProject = 6;
    private const double UsualSeconds = 60;
    private readonly Dictionary<(int Scene, int Take), string> _accounts = [];
    private readonly RunLedger _ledger = new();

    public void Tell(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        _ledger.Enter(recorded);
        switch (recorded.Event)
        {
            case RunStarted started:
                Introduce(started);
                break;
            case RunResumed resumed:
                watcher.Tell(new FilmNews.Planned(resumed.Takes));
                break;
            case RunWaits waits:
                watcher.Tell(new FilmNews.Said(Sentence.Of("film.waits", waits.Until.LocalDateTime, (waits.Until - recorded.At).TotalSeconds)));
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
                Change(started, TakeState.Submitting, nth: started.Nth, of: started.Of);
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
            case TakeUpscaling upscaling:
                Change(upscaling, TakeState.Upscaling);
                break;
            case UpscaleFailed failed:
                watcher.Tell(new FilmNews.Warned(Sentence.Of("film.upscale-failed", failed.Scene, failed.Target, failed.Reason)));
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

    /// <summary>At the end: who filmed how much, and where the time went.</summary>
    public void Conclude()
    {
        if (_ledger.Shares.Count == 0)
            return;
        Say("film.shares", Listed(_ledger.Shares));
        if (_ledger is { Took: { } took } && _ledger.Floor() is { } floor)
        {
            Say(
                "film.floor",
                took.TotalSeconds,
                Math.Min(floor.Total.TotalSeconds, took.TotalSeconds),
                floor.Submission.TotalSeconds,
                floor.Generation.TotalSeconds,
                floor.Download.TotalSeconds);
        }

        foreach (var (account, time, trouble) in _ledger.Rests)
            Say("film.rested", account, time.TotalSeconds, TroubleSentence.Of(trouble));
        if (_ledger.Wasted is { Attempts: > 0 } wasted)
            Say("film.wasted", wasted.Attempts, wasted.Time.TotalSeconds);
    }

    private static string Listed(IEnumerable<(string Account, int Takes)> shares) =>
        string.Join(", ", shares.Select(share => string.Create(CultureInfo.CurrentCulture, $"{share.Account} {share.Takes}")));

    private void Introduce(RunStarted started)
    {
        var usable = started.Lanes.Where(lane => lane.Trouble is null).ToList();
        if (usable.Count > 1)
            Say("film.multi-account", usable.Count);
        for (var index = 0; index < usable.Count; index++)
            Say("film.account", index + 1, Describe(usable[index]));
        var others = started.Lanes.Where(lane => lane.Trouble is not null).Select(WhyNot).ToList();
        var why = others.Count == 0 ? "" : "; " + string.Join(", ", others);
        Say(usable.Count > 1 ? "film.parallel" : "film.sequential", usable.Count, started.Lanes.Count, why);
        if (usable.Count > 1)
        {
            Say("film.parallel-scenes", usable.Count, started.Scenes);
            Say("film.expected-shares", Listed(ExpectedShares(usable, started.Takes)));
        }

        watcher.Tell(new FilmNews.Planned(started.Takes));
    }

    /// <summary>Such as <c>Account-A | Project: abc123... | Tokens: 2 | google-flow, 4 at once</c>; never a token.</summary>
    private static string Describe(LaneFacts lane)
    {
        var parts = new List<string> { lane.Name };
        if (lane.ProjectId is { Length: > 0 } project)
            parts.Add(Sentence.Of("film.account-project", project.Length > ShownOfProject ? project[..ShownOfProject] + "..." : project));
        if (lane.Tokens is { } tokens)
            parts.Add(Sentence.Of("film.account-tokens", tokens));
        parts.Add(Sentence.Of("film.account-provider", lane.Provider, lane.Slots));
        return string.Join(" | ", parts);
    }

    private static string WhyNot(LaneFacts lane) => lane.Trouble!.Code switch
    {
        Troubles.Disabled => Sentence.Of("film.why-disabled", lane.Name),
        Troubles.NoToken => Sentence.Of("film.why-no-token", lane.Name),
        Troubles.SignedOut => Sentence.Of("film.why-signed-out", lane.Name),
        _ => Sentence.Of("film.why-rests", lane.Name, TroubleSentence.Of(lane.Trouble)),
    };

    /// <summary>By how quick each account was before; one that has not filmed yet is taken to be like the others.</summary>
    private static IEnumerable<(string Account, int Takes)> ExpectedShares(List<LaneFacts> lanes, int takes)
    {
        var usual = lanes.Select(lane => lane.Expected).OfType<double>().DefaultIfEmpty(UsualSeconds).Average();
        var forecast = Forecast.Of(
            [.. lanes.Select(lane => new ForecastLane(lane.Slots, TimeSpan.FromMilliseconds(lane.PaceMs), TimeSpan.FromSeconds(lane.Expected ?? usual)))], takes);
        return lanes.Zip(forecast.Shares, (lane, share) => (lane.Name, share));
    }

    private void Say(string key, params IReadOnlyList<object?> details) => watcher.Tell(new FilmNews.Said(Sentence.Of(key, details)));

    private void Change(TakeEvent happening, TakeState state, double? progress = null, Trouble? trouble = null, int nth = 0, int of = 0) =>
        watcher.Tell(new FilmNews.TakeChanged(
            happening.Scene,
            happening.Take,
            state,
            state is TakeState.Queued ? null : _accounts.GetValueOrDefault((happening.Scene, happening.Take)),
            progress,
            trouble is null ? null : TroubleSentence.Of(trouble),
            nth,
            of));
}
