using Rushes.Film.Takes;

namespace Rushes.Engine.Watching;

/// <summary>An account is about to be asked for the take.</summary>
/// <param name="Nth">The how-manieth take of the run this is; the same again for a further attempt.</param>
/// <param name="Of">Takes of the run.</param>
/// <param name="MovedFrom">Name of the account that had the take before, when it is another one.</param>
public sealed record TakeStarted(int Scene, int Take, string Account, string AccountName, int Attempt, int Nth, int Of, string? MovedFrom)
    : TakeEvent(Scene, Take);

/// <summary>The provider accepted it.</summary>
public sealed record TakeSubmitted(int Scene, int Take, string Account, string AccountName, string Operation) : TakeEvent(Scene, Take);

/// <param name="Progress">0 to 1.</param>
public sealed record TakeProgress(int Scene, int Take, double Progress) : TakeEvent(Scene, Take);

/// <summary>Generated; the clip is on its way.</summary>
public sealed record TakeArriving(int Scene, int Take) : TakeEvent(Scene, Take);

/// <param name="RetryIn">Until the next try; null when it was the last.</param>
public sealed record DownloadFailed(int Scene, int Take, Trouble Trouble, TimeSpan? RetryIn) : TakeEvent(Scene, Take);

/// <summary>The clip is there and is made larger.</summary>
/// <param name="Target">Such as <c>4k</c>.</param>
/// <param name="By">A provider's name, or the method of this machine.</param>
public sealed record TakeUpscaling(int Scene, int Take, string Target, string By) : TakeEvent(Scene, Take);

/// <summary>The clip stays as it was filmed.</summary>
public sealed record UpscaleFailed(int Scene, int Take, string Target, string Reason) : TakeEvent(Scene, Take);

/// <summary>The clip passed its checks and has its final name.</summary>
/// <param name="Normal">The clip is already in the film's own form: the cut copies it.</param>
/// <param name="Seconds">From the submission to the clip on disk.</param>
public sealed record TakeReady(int Scene, int Take, string AccountName, string Clip, long Bytes, bool Normal, double Seconds)
    : TakeEvent(Scene, Take);

/// <summary>Back in the queue, for any lane that may film it.</summary>
public sealed record TakeRequeued(int Scene, int Take, string AccountName, Trouble Trouble) : TakeEvent(Scene, Take);

/// <summary>Whether the provider accepted it cannot be known; the user chooses between checking again and submitting again.</summary>
public sealed record TakeUnknown(int Scene, int Take, string AccountName, Trouble Trouble) : TakeEvent(Scene, Take);

public sealed record TakeBlocked(int Scene, int Take, string AccountName, Trouble Trouble) : TakeEvent(Scene, Take);

public sealed record TakeFailed(int Scene, int Take, string AccountName, Trouble Trouble) : TakeEvent(Scene, Take);

public sealed record TakeCancelled(int Scene, int Take) : TakeEvent(Scene, Take);

/// <summary>An operation id arrived for an attempt that had been given up: it may have cost money, and nothing waits for it.</summary>
public sealed record OperationOrphaned(int Scene, int Take, string AccountName, string Operation) : TakeEvent(Scene, Take);
