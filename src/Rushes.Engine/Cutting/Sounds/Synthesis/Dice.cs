namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>Chance that falls the same way on every machine and in every year (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>0 to 1.</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public double Between(double low, double high) => low + (high - low) * Next();

    /// <summary>From <paramref name="low"/> up to and with <paramref name="high"/>.</summary>
    public int Whole(int low, int high) => low + (int)(Next() * (high - low + 1));

    /// <summary>Between two pitches, equally likely in every octave.</summary>
    public double Pitch(double low, double high) => low * Math.Pow(high / low, Next());
}
