using Rushes.Engine.Cutting.Captions;
using Rushes.Film.Cuts;

namespace Rushes.Engine.Cutting;

/// <summary>A clip to bring into the film's own form.</summary>
public sealed record Development
{
    public required string Clip { get; init; }
    public required Footage Footage { get; init; }
    public required FilmForm Form { get; init; }

    /// <summary>Frames to write; beyond the clip's end its last frame is held.</summary>
    public required int Frames { get; init; }

    /// <summary>Frames that must be key frames.</summary>
    public required IReadOnlyList<int> Keys { get; init; }

    /// <summary>Captions to draw into the picture.</summary>
    public CaptionSheet? Captions { get; init; }

    /// <summary>Where the picture goes.</summary>
    public required string Picture { get; init; }

    /// <summary>Where the sound goes as <c>.pcm</c>; null when it is not wanted.</summary>
    public string? Sound { get; init; }
}
