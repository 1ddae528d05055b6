namespace Rushes.Providers.Animatic.Art;

/// <summary>What a palette changes inside; null members stay.</summary>
internal sealed record IndoorsFile
{
    public string? Ambient { get; init; }
    public string? Figures { get; init; }
    public string? Haze { get; init; }
    public double? HazeAmount { get; init; }
    public double? Saturation { get; init; }
    public double? Contrast { get; init; }
    public bool? Lights { get; init; }
    public RimFile? Rim { get; init; }
    public double? Vignette { get; init; }
    public IReadOnlyDictionary<string, string>? Classes { get; init; }
}
