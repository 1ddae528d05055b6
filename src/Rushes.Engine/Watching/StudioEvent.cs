using System.Text.Json.Serialization;

namespace Rushes.Engine.Watching;

/// <summary>Something that happened in a run. Stored in the same transaction as the change it tells of, and streamed to whoever watches. Never a secret.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(RunStarted), "run-started")]
[JsonDerivedType(typeof(RunResumed), "run-resumed")]
[JsonDerivedType(typeof(RunWaits), "run-waits")]
[JsonDerivedType(typeof(RunPaused), "run-paused")]
[JsonDerivedType(typeof(RunCancelled), "run-cancelled")]
[JsonDerivedType(typeof(RunFinished), "run-finished")]
[JsonDerivedType(typeof(LaneOpened), "lane-opened")]
[JsonDerivedType(typeof(LaneRests), "lane-rests")]
[JsonDerivedType(typeof(LaneClosed), "lane-closed")]
[JsonDerivedType(typeof(TakeStarted), "take-started")]
[JsonDerivedType(typeof(TakeSubmitted), "take-submitted")]
[JsonDerivedType(typeof(TakeProgress), "take-progress")]
[JsonDerivedType(typeof(TakeArriving), "take-arriving")]
[JsonDerivedType(typeof(DownloadFailed), "download-failed")]
[JsonDerivedType(typeof(TakeUpscaling), "take-upscaling")]
[JsonDerivedType(typeof(UpscaleFailed), "upscale-failed")]
[JsonDerivedType(typeof(TakeReady), "take-ready")]
[JsonDerivedType(typeof(TakeRequeued), "take-requeued")]
[JsonDerivedType(typeof(TakeUnknown), "take-unknown")]
[JsonDerivedType(typeof(TakeBlocked), "take-blocked")]
[JsonDerivedType(typeof(TakeFailed), "take-failed")]
[JsonDerivedType(typeof(TakeCancelled), "take-cancelled")]
[JsonDerivedType(typeof(OperationOrphaned), "operation-orphaned")]
public abstract record StudioEvent;
