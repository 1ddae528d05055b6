namespace Rushes.Engine.Voices;

/// <summary>A manner of speaking with everything settled that the script left open.</summary>
/// <param name="Style">One of <c>data/manners</c>; null: as the voice speaks by itself.</param>
/// <param name="Rate">1 is the voice's natural pace; 0.5 to 2.</param>
/// <param name="Pitch">Semitones above the voice's natural height; -5 to 5.</param>
/// <param name="Expressiveness">0 is even, 1 is lively; null leaves it to the voice.</param>
/// <param name="Emotion">The feeling of the line in the script's own words; null where it names none, or nobody listens to it.</param>
public sealed record SpeakingManner(string? Style = null, double Rate = 1, double Pitch = 0, double? Expressiveness = null, string? Emotion = null)
{
    public static SpeakingManner Natural { get; } = new();

    /// <summary>What a frequency is multiplied by; 1 is the natural height.</summary>
    public double Height => Math.Pow(2, Pitch / 12);
}
