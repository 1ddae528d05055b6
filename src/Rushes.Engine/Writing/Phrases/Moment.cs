namespace Rushes.Engine.Writing.Phrases;

/// <summary>Something that can happen in a film: a concrete action with what is told and said about it.</summary>
public sealed record Moment
{
    /// <summary>The turn of the story that it serves, such as "hook" or "fall".</summary>
    public required string Turn { get; init; }

    /// <summary>When it fits, such as <c>"rain animal !mate"</c>.</summary>
    public string? When { get; init; }

    /// <summary>The places where it can happen, by id; empty is anywhere. Elsewhere chosen, the scene moves there.</summary>
    public IReadOnlyList<string> At { get; init; } = [];

    public required string Emotion { get; init; }

    /// <summary>The action in other words each; every one may stand for the moment.</summary>
    public required IReadOnlyList<string> Show { get; init; }

    /// <summary>What a narrator may say over it, in different lengths.</summary>
    public IReadOnlyList<string> Say { get; init; } = [];

    /// <summary>What may be spoken: alternatives of one or more lines, each <c>"hero: text"</c> or <c>"mate: text"</c>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Talk { get; init; } = [];

    /// <summary>Props, colours, symbols, transition.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The shot that shows it best; null lets the camera plan choose.</summary>
    public string? Shot { get; init; }

    public string? Light { get; init; }
    public string? Sound { get; init; }
}
