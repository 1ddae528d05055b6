namespace Rushes.Engine.Voices;

/// <summary>A line to speak.</summary>
/// <param name="Rate">How much faster than its manner says the line is spoken, so that it fits its scene; 1 to 1.15.</param>
/// <param name="Wav">Absolute path of the file to write.</param>
public sealed record SpeechOrder(string Text, string Language, Voice Voice, SpeakingManner Manner, double Rate, string Wav)
{
    /// <summary>What the voice's natural pace is multiplied by.</summary>
    public double Pace => Manner.Rate * Rate;
}
