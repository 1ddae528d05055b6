namespace Rushes.Engine.Cutting.Sounds;

/// <summary>How sound is kept while a film is made: 48 kHz, stereo, 16 bit, without a header (<c>.pcm</c>).</summary>
public static class Pcm
{
    public const int Rate = 48_000;

    /// <summary>Samples mixed at a time.</summary>
    internal const int Block = Rate / 10;

    internal static double Gain(double decibels) => Math.Pow(10, decibels / 20);

    internal static double Decibels(double gain) => 20 * Math.Log10(gain);
}
