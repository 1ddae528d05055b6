namespace Rushes.Engine.Shooting;

/// <summary>Seeds for copies, retries and second tries: other pictures, yet the same ones every time that the film is made.</summary>
public static class Seeds
{
    /// <returns>0 to 2,147,483,647, which every provider takes.</returns>
    public static long After(long seed)
    {
        var mixed = unchecked((ulong)seed + 0x9E3779B97F4A7C15);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return (long)((mixed ^ (mixed >> 31)) & int.MaxValue);
    }

    /// <summary>The seed of a scene's copy: the first keeps the scene's own.</summary>
    /// <param name="copy">From 0.</param>
    public static long OfCopy(long seed, int copy)
    {
        for (var i = 0; i < copy; i++)
            seed = After(seed);
        return seed;
    }
}
