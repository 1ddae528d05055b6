using Rushes.Engine.Shooting.Prompts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting;

/// <summary>What a person may want to know of a clip later, kept beside it as <c>scene-01-take-1.json</c>. Never a secret.</summary>
public sealed record TakeNotes
{
    public required int Scene { get; init; }
    public required int Take { get; init; }
    public required string Run { get; init; }

    /// <summary>The prompt as sent.</summary>
    public required string Prompt { get; init; }

    public string? Negative { get; init; }

    /// <summary>The pictures that went along, with their digests; null when there were none.</summary>
    public IReadOnlyList<ReferencePicture>? References { get; init; }

    /// <summary>The last frame of the scene before, which the clip was started from, with its digest; null when none went along.</summary>
    public ReferencePicture? FirstFrame { get; init; }

    public required string Provider { get; init; }
    public string? Model { get; init; }
    public required string AccountName { get; init; }
    public required string Operation { get; init; }
    public required long Seed { get; init; }
    public required int Attempts { get; init; }

    /// <summary>Digest of what it was filmed from; see <see cref="OrderDigest"/>.</summary>
    public required string Digest { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }
    public DateTimeOffset? GeneratedAt { get; init; }
    public required DateTimeOffset ReadyAt { get; init; }
    public required long Bytes { get; init; }

    /// <summary>Null when the provider does not say.</summary>
    public Cost? Cost { get; init; }

    /// <summary>Null when no larger clip was asked for.</summary>
    public UpscaleNotes? Upscale { get; init; }
}
