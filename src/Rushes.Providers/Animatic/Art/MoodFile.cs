using Rushes.Engine.Library;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Art;

/// <summary>
/// A lighting mood laid over a palette: <c>data/palettes/moods/&lt;mood&gt;.json</c>, or what a style does to all light: <c>data/palettes/styles/&lt;style&gt;.json</c>. All
/// but the tint are factors.
/// </summary>
internal sealed record MoodFile
{
    public static MoodFile None { get; } = new();

    public Names Name { get; init; } = new("");
    public string? AmbientTint { get; init; }
    public double Brightness { get; init; } = 1;
    public double Saturation { get; init; } = 1;
    public double Contrast { get; init; } = 1;
    public double Vignette { get; init; } = 1;
    public double HazeAmount { get; init; } = 1;
    public double Rim { get; init; } = 1;
    /// <summary>This mood over another one, such as that of a style.</summary>
    public MoodFile Over(MoodFile other) => this with
    {
        AmbientTint = Colour.Parse(AmbientTint) is { } tint ? (Colour.Parse(other.AmbientTint) is { } under ? tint * under : tint).ToString() : other.AmbientTint,
        Brightness = Brightness * other.Brightness,
        Saturation = Saturation * other.Saturation,
        Contrast = Contrast * other.Contrast,
        Vignette = Vignette * other.Vignette,
        HazeAmount = HazeAmount * other.HazeAmount,
        Rim = Rim * other.Rim,
    };

    public IReadOnlyDictionary<string, string[]> Words { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);
}
