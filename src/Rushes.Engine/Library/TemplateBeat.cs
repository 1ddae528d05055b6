namespace Rushes.Engine.Library;

/// <summary>One beat of a template.</summary>
public sealed record TemplateBeat
{
    /// <summary>The word in <c>story_beat</c>, such as "Setup".</summary>
    public required string Beat { get; init; }

    /// <summary>Share of the film's seconds; the shares of a template add up to 1.</summary>
    public required double Share { get; init; }

    /// <summary>Height of the feelings where the beat begins and where it ends, -1 to 1.</summary>
    public required IReadOnlyList<double> Intensity { get; init; }

    /// <summary>What happens, by the turns that the phrase banks know ("hook", "want", "fall"...), in order.</summary>
    public required IReadOnlyList<string> Turns { get; init; }

    /// <summary>The turn that stays when the beat has only one scene; null is the first.</summary>
    public string? Heart { get; init; }

    /// <summary>Scenes that the beat needs to make sense, such as three steps of a tutorial.</summary>
    public int Least { get; init; } = 1;

    /// <summary>Films with fewer scenes than beats leave out the beats with the lowest weight.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>It can be told: it has a share, a rise or fall, and something happens.</summary>
    internal bool IsWhole => Share is > 0 and <= 1 && Intensity is [>= -1 and <= 1, >= -1 and <= 1] && Turns.Count > 0 && Least >= 1;
}
