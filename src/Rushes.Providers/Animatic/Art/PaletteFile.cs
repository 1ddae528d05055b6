using Rushes.Engine.Library;

namespace Rushes.Providers.Animatic.Art;

/// <summary>The light of a time of day: <c>data/palettes/&lt;time&gt;.json</c>.</summary>
internal sealed record PaletteFile
{
    public Names Name { get; init; } = new("");

    /// <summary>From the top to the horizon.</summary>
    public IReadOnlyList<string> Sky { get; init; } = ["#86c8f5"];

    public string Ambient { get; init; } = "#ffffff";

    /// <summary>The light on figures; null is the ambient light.</summary>
    public string? Figures { get; init; }

    public string Haze { get; init; } = "#ffffff";
    public double HazeAmount { get; init; }
    public double Saturation { get; init; } = 1;
    public double Contrast { get; init; } = 1;

    /// <summary>Lamps and windows are lit.</summary>
    public bool Lights { get; init; }

    public RimFile? Rim { get; init; }
    public double Vignette { get; init; }
    public IReadOnlyList<SkyObject> SkyObjects { get; init; } = [];
    public IndoorsFile? Indoors { get; init; }
    public IReadOnlyDictionary<string, string> Classes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public IReadOnlyDictionary<string, string[]> Words { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    /// <summary>What the same time looks like inside.</summary>
    public PaletteFile Inside() => Indoors is not { } inside ? this : this with
    {
        Ambient = inside.Ambient ?? Ambient,
        Figures = inside.Figures ?? (inside.Ambient is null ? Figures : null),
        Haze = inside.Haze ?? Haze,
        HazeAmount = inside.HazeAmount ?? HazeAmount,
        Saturation = inside.Saturation ?? Saturation,
        Contrast = inside.Contrast ?? Contrast,
        Lights = inside.Lights ?? Lights,
        Rim = inside.Rim ?? Rim,
        Vignette = inside.Vignette ?? Vignette,
        Classes = inside.Classes ?? Classes,
    };
}
