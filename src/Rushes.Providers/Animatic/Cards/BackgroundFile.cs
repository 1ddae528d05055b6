using System.Text.Json;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>What fills the picture behind everything.</summary>
internal sealed record BackgroundFile
{
    public IReadOnlyList<string> If { get; init; } = [];

    /// <summary>A file of <c>data/sales</c> without its ending; null shows a photo.</summary>
    public string? Drawing { get; init; }

    /// <summary>The photo that fills the picture.</summary>
    public int Photo { get; init; }

    /// <summary>The photo out of focus.</summary>
    public bool Blurred { get; init; }

    public double Muted { get; init; }

    /// <summary>Other colours for the drawing's classes: a name of the scheme, <c>#rrggbb</c>, or a mixture <c>["ink", "brand", 0.3]</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Colours { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>A point of the drawing, in stage units, that is to lie on <see cref="At"/>.</summary>
    public IReadOnlyList<double>? Anchor { get; init; }

    /// <summary>A point of the room, in per cent.</summary>
    public IReadOnlyList<double>? At { get; init; }

    /// <summary>How much of the ink lies over it, from top to bottom: pairs of per cent of the height and opacity.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Shade { get; init; } = [];

    /// <summary>Grows over the scene by this part.</summary>
    public double Push { get; init; } = 0.03;
}
