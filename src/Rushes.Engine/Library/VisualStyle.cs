namespace Rushes.Engine.Library;

/// <summary>How a film looks.</summary>
public sealed record VisualStyle
{
    public required Names Name { get; init; }
    public required IReadOnlyList<string> Positive { get; init; }
    public required IReadOnlyList<string> Negative { get; init; }

    /// <summary>What a writer should keep to in this style.</summary>
    public required Names Guidance { get; init; }

    /// <summary>Whether animals and things may speak: a drawn fable may, a documentary may not.</summary>
    public bool AnimalsTalk { get; init; } = true;
}
