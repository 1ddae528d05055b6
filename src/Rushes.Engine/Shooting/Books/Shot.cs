using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Books;

/// <summary>A take in work: what a lane must know to film it to the end.</summary>
public sealed record Shot
{
    /// <summary>The take's number in the store.</summary>
    public required long Id { get; init; }

    public required string Run { get; init; }
    public required TakeState State { get; init; }

    /// <summary>With the take's own number and seed.</summary>
    public required ShotOrder Order { get; init; }

    public required string Digest { get; init; }

    /// <summary>The attempt, which is also the correlation id that the provider may carry.</summary>
    public required string Attempt { get; init; }

    public required int Attempts { get; init; }

    /// <summary>Who began the attempt.</summary>
    public required string Owner { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>Null until the provider accepted it.</summary>
    public string? Operation { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }
    public DateTimeOffset? GeneratedAt { get; init; }
    public Tries Tries { get; init; } = new();
    public Cost? Cost { get; init; }

    /// <summary>The clip is already in the film's own form.</summary>
    public bool Normal { get; init; }
}
