namespace Rushes.Providers.Animatic.Drawing;

/// <summary>How a drawing is to be shown.</summary>
internal sealed record SvgView
{
    public static SvgView AsDrawn { get; } = new();

    /// <summary>Fill colours by class.</summary>
    public IReadOnlyDictionary<string, string> Classes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Groups to show or to hide, by id.</summary>
    public IReadOnlyDictionary<string, bool> Shown { get; init; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    /// <summary>Turns left and right round about this x; null leaves as drawn.</summary>
    public double? MirrorAt { get; init; }
}
