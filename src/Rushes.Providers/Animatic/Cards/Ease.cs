namespace Rushes.Providers.Animatic.Cards;

/// <summary>Ways from 0 to 1.</summary>
internal static class Ease
{
    /// <summary>Fast at first, then gently to rest.</summary>
    public static double Out(double share) => 1 - Math.Pow(1 - Math.Clamp(share, 0, 1), 4);

    /// <summary>Goes a little too far and comes back.</summary>
    /// <param name="too">How far: 1.7 is a tenth of the way.</param>
    public static double Over(double share, double too = 1.7)
    {
        var left = Math.Clamp(share, 0, 1) - 1;
        return 1 + (too + 1) * left * left * left + too * left * left;
    }

    /// <summary>1 at first, swings about 0 and dies away.</summary>
    /// <param name="swings">How often it crosses to and fro.</param>
    public static double Swing(double share, double swings) =>
        share >= 1 ? 0 : Math.Cos(share * swings * Math.Tau) * Math.Pow(1 - Math.Clamp(share, 0, 1), 2.2);
}
