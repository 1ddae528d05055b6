using Rushes.Engine.Library;

namespace Rushes.Providers.Animatic.Art;

/// <summary>A thing: <c>data/props/&lt;prop&gt;.json</c>.</summary>
internal sealed record PropFile
{
    public Names Name { get; init; } = new("");

    /// <summary>Stage units that the 400 units of the drawing take.</summary>
    public double Size { get; init; } = 120;

    /// <summary>Drawn around its middle, to be held; otherwise it stands on the ground.</summary>
    public bool Held { get; init; }

    /// <summary>The point of the drawing that a hand holds.</summary>
    public double[]? Grip { get; init; }

    /// <summary>What shines of it at night, in the same box.</summary>
    public string? Lights { get; init; }

    public IReadOnlyDictionary<string, string[]> Words { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);
}
