using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Books;

/// <summary>A take as the store knows it.</summary>
public sealed record TakeSheet
{
    public required long Id { get; init; }
    public required string Run { get; init; }
    public required int Scene { get; init; }
    public required int Take { get; init; }
    public required TakeState State { get; init; }
    public required string Digest { get; init; }
    public string? Model { get; init; }
    public required long Seed { get; init; }

    /// <summary>Id of the account that films or filmed it.</summary>
    public string? Account { get; init; }

    public string? AccountName { get; init; }

    /// <summary>The current or last attempt.</summary>
    public string? Attempt { get; init; }

    public int Attempts { get; init; }
    public ReadyClip? Clip { get; init; }

    /// <summary>Why it is not ready, or why it was last queued again.</summary>
    public Trouble? Trouble { get; init; }

    public Cost? Cost { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
    public DateTimeOffset? ReadyAt { get; init; }
}
