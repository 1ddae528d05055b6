namespace Rushes.Engine.Voices;

/// <summary>A line to speak.</summary>
/// <param name="Rate">1 is the voice's natural pace; 0.8 to 1.15.</param>
/// <param name="Pitch">1 is the voice's natural height; 0.7 to 1.4.</param>
/// <param name="Wav">Absolute path of the file to write.</param>
public sealed record SpeechOrder(string Text, string Language, Voice Voice, double Rate, double Pitch, string Wav);
