using Rushes.Engine.Library;

namespace Rushes.Providers.Animatic.Art;

/// <summary>A place: <c>data/scenery/&lt;place&gt;/place.json</c>.</summary>
internal sealed record PlaceFile
{
    public Names Name { get; init; } = new("");
    public bool Indoor { get; init; }

    /// <summary>Stage units from the top.</summary>
    public double Horizon { get; init; } = 600;

    /// <summary>Where feet stand, in stage units from the top.</summary>
    public double Ground { get; init; } = 880;

    public IReadOnlyList<PlaceLayer> Layers { get; init; } = [];
    public PlaceLayer? Foreground { get; init; }
    public IReadOnlyList<Glow> Glow { get; init; } = [];

    /// <summary>The palette that fits when the text names no time, such as <c>underwater</c>.</summary>
    public string? Palette { get; init; }

    public IReadOnlyDictionary<string, string[]> Words { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);
}
