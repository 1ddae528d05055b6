namespace Rushes.Providers.Animatic.Art;

/// <summary>What texts call colours, and the parts of a figure that wear them: <c>data/lexicons/colours.json</c>.</summary>
internal sealed record ColourLexicon
{
    public IReadOnlyList<NamedColour> Colours { get; init; } = [];

    /// <summary>Words by class of the drawing and language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string[]>> Parts { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string[]>>(StringComparer.Ordinal);
}
