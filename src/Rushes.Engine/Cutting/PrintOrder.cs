using Rushes.Film.Cuts;

namespace Rushes.Engine.Cutting;

/// <summary>The finished parts of a film, to be put into one file.</summary>
public sealed record PrintOrder
{
    public required FilmForm Form { get; init; }
    public required int Frames { get; init; }
    public required string Picture { get; init; }
    public required string Sound { get; init; }

    /// <summary>A SubRip file for the subtitle track; null for none.</summary>
    public string? Subtitles { get; init; }

    /// <summary>Primary subtag.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    /// <summary>What the film was made with and from, for people.</summary>
    public required string Comment { get; init; }

    /// <summary>The IPTC digital source type, an address; null when none is known.</summary>
    public required string? SourceType { get; init; }

    public IReadOnlyList<Chapter> Chapters { get; init; } = [];

    public required string File { get; init; }
}
