using Rushes.Engine.Library;

namespace Rushes.Providers.Animatic.Art;

/// <summary>Somebody who can be cast: <c>data/figures/&lt;figure&gt;/figure.json</c>.</summary>
internal sealed record FigureFile
{
    public Names Name { get; init; } = new("");

    /// <summary>Stage units that the 1000 units of the drawing take.</summary>
    public double Height { get; init; } = 430;

    /// <summary><c>person</c>, <c>animal</c> or <c>thing</c>.</summary>
    public string Kind { get; init; } = "person";

    public string? Gender { get; init; }
    public string? Age { get; init; }

    /// <summary>Wardrobes: a colour for each class of the drawing.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Colors { get; init; } = [];

    public IReadOnlyDictionary<string, string[]> Words { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    /// <summary>Whom it plays as long as nobody has drawn them: a dog is nearer to a fox than a man is.</summary>
    public IReadOnlyDictionary<string, string[]> StandsInFor { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);
}
