namespace Rushes.Film.Scripts;

/// <summary>How somebody speaks. Every engine does as much of it as it can; what is null is left to the voice.</summary>
public sealed record Manner
{
    public const double Slowest = 0.5;
    public const double Fastest = 2;
    public const double MostPitch = 5;

    /// <summary>One of the speaking styles in <c>data/manners</c>, such as <c>storytelling</c>.</summary>
    public string? Style { get; init; }

    /// <summary>1 is the voice's natural pace; 0.5 to 2.</summary>
    public double? Rate { get; init; }

    /// <summary>Semitones above the voice's natural height; -5 to 5.</summary>
    public double? Pitch { get; init; }

    /// <summary>0 is even, 1 is lively.</summary>
    public double? Expressiveness { get; init; }

    /// <summary>As the voice speaks by itself.</summary>
    public static Manner Plain { get; } = new();
}
