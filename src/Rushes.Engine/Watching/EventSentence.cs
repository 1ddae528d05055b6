using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;

namespace Rushes.Engine.Watching;

/// <summary>Events as one line each, in the user's language.</summary>
public static class EventSentence
{
    /// <param name="zone">Where the reader's clock hangs.</param>
    public static string Of(StudioEvent happening, TimeZoneInfo zone) => happening switch
    {
        RunStarted run => Say("run-started", run.Scenes, run.Takes),
        RunResumed run => Say("run-resumed", run.Takes),
        RunWaits run => Say("run-waits", Local(run.Until, zone)),
        RunPaused => Say("run-paused"),
        RunCancelled run => Say("run-cancelled", run.Takes),
        RunFinished run => Say("run-finished", run.Ready, run.Missing),
        LaneOpened lane => Say("lane-opened", lane.AccountName, lane.Provider, lane.Slots),
        LaneRests { Until: { } until } lane => Say("lane-rests", lane.AccountName, Local(until, zone), TroubleSentence.Of(lane.Trouble)),
        LaneRests lane => Say("lane-aside", lane.AccountName, TroubleSentence.Of(lane.Trouble)),
        LaneClosed lane => Say("lane-closed", lane.AccountName, lane.Ready),
        TakeEvent take => OfTake(take),
        _ => throw new ArgumentOutOfRangeException(nameof(happening), happening.GetType().Name, "An event without a sentence."),
    };

    private static string OfTake(TakeEvent happening) => happening switch
    {
        TakeStarted { MovedFrom: { } from } take => Say("take-moved", take.Scene, from, take.AccountName),
        TakeStarted { Attempt: > 1 } take => Say("take-again", take.Scene, take.Attempt, take.AccountName),
        TakeStarted take => Say("take-started", take.Scene, take.Nth, take.Of, take.AccountName),
        TakeSubmitted take => Say("take-submitted", take.Scene, take.AccountName),
        TakeProgress take => Say("take-progress", take.Scene, take.Progress),
        TakeArriving take => Say("take-arriving", take.Scene),
        DownloadFailed { RetryIn: { } pause } take =>
            Say("download-failed", take.Scene, TroubleSentence.Of(take.Trouble), pause.TotalSeconds),
        DownloadFailed take => Say("download-gave-up", take.Scene, TroubleSentence.Of(take.Trouble)),
        TakeUpscaling take => Say("take-upscaling", take.Scene, take.Target, take.By),
        UpscaleFailed take => Say("upscale-failed", take.Scene, take.Target, take.Reason),
        TakeReady take => Say("take-ready", take.Scene, take.Seconds),
        TakeRequeued take => Say("take-requeued", take.Scene, TroubleSentence.Of(take.Trouble)),
        TakeUnknown take => Say("take-unknown", take.Scene, take.AccountName, TroubleSentence.Of(take.Trouble)),
        TakeBlocked take => Say("take-blocked", take.Scene, TroubleSentence.Of(take.Trouble)),
        TakeFailed take => Say("take-failed", take.Scene, TroubleSentence.Of(take.Trouble)),
        TakeCancelled take => Say("take-cancelled", take.Scene),
        OperationOrphaned take => Say("operation-orphaned", take.Scene, take.AccountName, take.Operation),
        _ => throw new ArgumentOutOfRangeException(nameof(happening), happening.GetType().Name, "An event without a sentence."),
    };

    private static string Say(string what, params IReadOnlyList<object?> details) => Sentence.Of("shooting.said-" + what, details);

    private static DateTimeOffset Local(DateTimeOffset time, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(time, zone);
}
