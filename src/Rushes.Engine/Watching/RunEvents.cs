using Rushes.Film.Takes;

namespace Rushes.Engine.Watching;

/// <param name="Lanes">Every account that was considered, in the order of entry, with why it cannot film when it cannot.</param>
public sealed record RunStarted(int Scenes, int Takes, IReadOnlyList<LaneFacts> Lanes) : StudioEvent;

/// <param name="Takes">Takes that are taken up again.</param>
public sealed record RunResumed(int Takes) : StudioEvent;

/// <summary>Every account that could film rests.</summary>
public sealed record RunWaits(DateTimeOffset Until) : StudioEvent;

/// <summary>Nobody waits for the run any more.</summary>
public sealed record RunPaused : StudioEvent;

public sealed record RunCancelled(int Takes) : StudioEvent;

/// <summary>Nothing more happens by itself.</summary>
public sealed record RunFinished(int Ready, int Missing) : StudioEvent;

/// <summary>An account begins to work for the run's home.</summary>
public sealed record LaneOpened(string Account, string AccountName, string Provider, int Slots) : StudioEvent;

/// <param name="Model">Only for this model; null means for every one.</param>
/// <param name="Until">Null: until the user does something about it.</param>
public sealed record LaneRests(string Account, string AccountName, string? Model, DateTimeOffset? Until, Trouble Trouble) : StudioEvent;

public sealed record LaneClosed(string Account, string AccountName, int Ready) : StudioEvent;

/// <summary>What the start of a run says of an account.</summary>
/// <param name="Trouble">Why it cannot film; null when it can.</param>
/// <param name="Tokens">How many tokens it has; null when nobody knows, or when its provider needs none.</param>
/// <param name="PaceMs">Least milliseconds from one submission to the next.</param>
/// <param name="Expected">Seconds that it usually takes for a clip; null when it has not filmed before.</param>
public sealed record LaneFacts(
    string Account,
    string Name,
    string Provider,
    string? ProjectId,
    int Slots,
    Trouble? Trouble,
    int? Tokens = null,
    int PaceMs = 0,
    double? Expected = null);
