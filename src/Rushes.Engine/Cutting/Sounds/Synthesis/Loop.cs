namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>A stretch of stereo sound whose end is its beginning.</summary>
internal sealed class Loop(int length)
{
    private const double Peak = 0.7;
    private readonly double[] _left = new double[length];
    private readonly double[] _right = new double[length];

    public int Length { get; } = length;

    public void Add(int at, double left, double right)
    {
        _left[at % Length] += left;
        _right[at % Length] += right;
    }

    /// <param name="pan">-1 is left, 1 is right.</param>
    public void Place(int at, double sample, double pan)
    {
        var angle = (pan + 1) * Math.PI / 4;
        Add(at, sample * Math.Cos(angle), sample * Math.Sin(angle));
    }

    public (float[] Left, float[] Right) Finished()
    {
        var highest = 1e-9;
        for (var index = 0; index < Length; index++)
            highest = Math.Max(highest, Math.Max(Math.Abs(_left[index]), Math.Abs(_right[index])));
        var gain = Peak / highest;
        return (Array.ConvertAll(_left, sample => (float)(sample * gain)), Array.ConvertAll(_right, sample => (float)(sample * gain)));
    }
}
