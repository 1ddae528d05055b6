namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>A note that somebody plays.</summary>
/// <param name="Start">Samples from the music's start.</param>
/// <param name="Length">Samples from the attack to the release.</param>
/// <param name="Pitch">Semitones, as MIDI counts them: 69 is 440 Hz.</param>
/// <param name="Level">Factor.</param>
/// <param name="Pan">-1 is left, 1 is right.</param>
internal sealed record Note(Instrument Instrument, long Start, int Length, double Pitch, double Level, double Pan, double Brightness)
{
    public double Frequency => 440 * Math.Pow(2, (Pitch - 69) / 12);
}

internal enum Instrument
{
    Pad,
    Pluck,
    Bass,
    Bell,
    Pulse,
    Shaker,
}
