namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>A second-order filter (R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients").</summary>
internal sealed class Filter
{
    private readonly double _b0, _b1, _b2, _a1, _a2;
    private double _x1, _x2, _y1, _y2;

    private Filter(double b0, double b1, double b2, double a0, double a1, double a2) =>
        (_b0, _b1, _b2, _a1, _a2) = (b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);

    public static Filter LowPass(double frequency, double q = 0.707)
    {
        var (cos, alpha) = Turn(frequency, q);
        return new Filter((1 - cos) / 2, 1 - cos, (1 - cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    public static Filter HighPass(double frequency, double q = 0.707)
    {
        var (cos, alpha) = Turn(frequency, q);
        return new Filter((1 + cos) / 2, -1 - cos, (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    public static Filter BandPass(double frequency, double q)
    {
        var (cos, alpha) = Turn(frequency, q);
        return new Filter(alpha, 0, -alpha, 1 + alpha, -2 * cos, 1 - alpha);
    }

    public double Next(double x)
    {
        var y = _b0 * x + _b1 * _x1 + _b2 * _x2 - _a1 * _y1 - _a2 * _y2;
        (_x2, _x1, _y2, _y1) = (_x1, x, _y1, y);
        return y;
    }

    private static (double Cos, double Alpha) Turn(double frequency, double q)
    {
        var turn = 2 * Math.PI * Math.Clamp(frequency, 5, Pcm.Rate * 0.45) / Pcm.Rate;
        return (Math.Cos(turn), Math.Sin(turn) / (2 * q));
    }
}
