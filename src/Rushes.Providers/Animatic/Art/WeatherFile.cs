using Rushes.Engine.Library;

namespace Rushes.Providers.Animatic.Art;

/// <summary>Weather: <c>data/weather/&lt;name&gt;/weather.json</c>.</summary>
internal sealed record WeatherFile
{
    public Names Name { get; init; } = new("");
    public IReadOnlyList<WeatherLayer> Layers { get; init; } = [];

    /// <summary>Layers that lie on the ground, behind the figures.</summary>
    public IReadOnlyList<WeatherLayer> Ground { get; init; } = [];

    /// <summary>The part of the light that it takes away.</summary>
    public double Darken { get; init; }

    public double Saturation { get; init; } = 1;
    public double HazeAmount { get; init; } = 1;
    public IReadOnlyList<SkyObject> SkyObjects { get; init; } = [];

    /// <summary>Files of the palette's sky that are not shown.</summary>
    public IReadOnlyList<string> Hide { get; init; } = [];

    public FlashFile? Flash { get; init; }

    /// <summary><c>outdoor</c>, <c>indoor</c> or <c>any</c>.</summary>
    public string Place { get; init; } = "outdoor";

    public IReadOnlyDictionary<string, string[]> Words { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);
}
