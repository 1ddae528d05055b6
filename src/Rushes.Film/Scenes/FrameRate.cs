namespace Rushes.Film.Scenes;

/// <summary>Frames a second. Films are counted in whole frames; seconds are only for people.</summary>
public readonly record struct FrameRate(int PerSecond)
{
    public static FrameRate Film { get; } = new(30);

    /// <summary>The whole frames that <paramref name="seconds"/> take, at least one.</summary>
    public int Frames(double seconds) => Math.Max(1, (int)Math.Round(seconds * PerSecond, MidpointRounding.AwayFromZero));

    public double Seconds(int frames) => (double)frames / PerSecond;
}
