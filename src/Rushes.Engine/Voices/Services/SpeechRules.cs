namespace Rushes.Engine.Voices.Services;

/// <summary>How long and how often services are asked for a line.</summary>
public sealed record SpeechRules
{
    /// <summary>Calls that one line may cost, over all accounts.</summary>
    public int TriesALine { get; init; } = 5;

    /// <summary>Answers to one line that may get lost, or hold no sound, before it is given up: each may have been charged.</summary>
    public int LostALine { get; init; } = 2;

    /// <summary>How long to wait for an account when all rest.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>Rests of a throttled account that named no time, one after the other.</summary>
    public IReadOnlyList<TimeSpan> ThrottledRests { get; init; } = [TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60)];

    /// <summary>Rests after a failure at the service.</summary>
    public IReadOnlyList<TimeSpan> FailedRests { get; init; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15)];

    /// <summary>Rests of an account whose quota is gone, or that may not use a model: the next line need not ask again.</summary>
    public IReadOnlyList<TimeSpan> LongRests { get; init; } = [TimeSpan.FromMinutes(10)];

    /// <summary>An answer that is not whole after so long is broken off.</summary>
    public TimeSpan LongestAnswer { get; init; } = TimeSpan.FromMinutes(2);
}
