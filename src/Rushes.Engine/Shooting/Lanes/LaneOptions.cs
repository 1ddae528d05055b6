namespace Rushes.Engine.Shooting.Lanes;

/// <summary>How lanes behave; the defaults are what the product promises.</summary>
public sealed record LaneOptions
{
    /// <summary>How long a lane is safe from being taken over without a sign of life.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Between two signs of life, at which the lane also hears of changes to its account.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Longest time from the committed intent to the call; a process that was frozen in between sends nothing.</summary>
    public TimeSpan SendWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How soon a lane with free slots looks again for takes that another process queued.</summary>
    public TimeSpan LookAgain { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A lane with nothing in work waits for the end of a rest that is no longer than this, and goes home otherwise.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Rests of a throttled account that was not told when to come back, by strikes in a row.</summary>
    public IReadOnlyList<TimeSpan> Rests { get; init; } = [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>Rests of an account whose provider could not be reached, by strikes in a row.</summary>
    public IReadOnlyList<TimeSpan> Reconnects { get; init; } =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>Pauses before a broken download is tried again; after the last one the take fails, and resuming downloads once more.</summary>
    public IReadOnlyList<TimeSpan> DownloadRetries { get; init; } =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40)];

    /// <summary>Pauses before a lost submission is looked up once more; after the last one the take is unknown.</summary>
    public IReadOnlyList<TimeSpan> LookUps { get; init; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(10)];

    /// <summary>Downloads at once in this process.</summary>
    public int Downloads { get; init; } = 5;

    /// <summary>Clips being enlarged at once in this process.</summary>
    public int Upscales { get; init; } = 8;

    /// <summary>How long an enlargement at the provider may go on; the take is then ready as it was filmed.</summary>
    public TimeSpan UpscalePatience { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Requests for the state of operations at once, a lane.</summary>
    public int Polls { get; init; } = 4;

    /// <summary>Attempts of a take that fails at the provider.</summary>
    public int Attempts { get; init; } = 3;
}
