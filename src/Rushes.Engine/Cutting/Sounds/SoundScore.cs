using Rushes.Film.Briefs;

namespace Rushes.Engine.Cutting.Sounds;

/// <summary>What is heard when: plain data in samples from the film's start.</summary>
internal sealed record SoundScore
{
    /// <summary>The film's length.</summary>
    public required long Length { get; init; }

    public IReadOnlyList<PlacedSound> Voices { get; init; } = [];

    /// <summary>The clips' own sound.</summary>
    public IReadOnlyList<PlacedSound> Clips { get; init; } = [];

    public IReadOnlyList<PlacedBed> Beds { get; init; } = [];

    /// <summary>The user's music as <c>.pcm</c>.</summary>
    public string? Music { get; init; }

    /// <summary>Our own music; empty for none.</summary>
    public IReadOnlyList<MusicPart> Parts { get; init; } = [];

    public long Seed { get; init; }
}

/// <summary>A recorded sound in the film.</summary>
/// <param name="Path">A file that <see cref="PcmReader"/> reads.</param>
/// <param name="FadeIn">Samples.</param>
/// <param name="FadeOut">Samples.</param>
internal sealed record PlacedSound(string Path, long Start, long Length, int FadeIn = 0, int FadeOut = 0)
{
    public long End => Start + Length;
}

/// <summary>A bed under one scene or several.</summary>
/// <param name="Bed">A file of <c>data/sound/beds</c> without its ending.</param>
internal sealed record PlacedBed(string Bed, long Start, long Length);

/// <summary>Music of one mood.</summary>
/// <param name="Mood">A file of <c>data/sound/moods</c> without its ending.</param>
/// <param name="Intensity">-1 to 1: how much is played and how loudly.</param>
internal sealed record MusicPart(string Mood, double Intensity, long Start, long Length);
