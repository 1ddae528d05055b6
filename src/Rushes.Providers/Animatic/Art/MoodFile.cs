using Rushes.Engine.Library;

namespace Rushes.Providers.Animatic.Art;

/// <summary>A lighting mood laid over a palette: <c>data/palettes/moods/&lt;mood&gt;.json</c>. All but the tint are factors.</summary>
internal sealed record MoodFile
{
    public static MoodFile None { get; } = new();

    public LocalText Name { get; init; } = new("");
    public string? AmbientTint { get; init; }
    public double Brightness { get; init; } = 1;
    public double Saturation { get; init; } = 1;
    public double Contrast { get; init; } = 1;
    public double Vignette { get; init; } = 1;
    public double HazeAmount { get; init; } = 1;
    public double Rim { get; init; } = 1;
    public IReadOnlyDictionary<string, string[]> Words { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);
}
