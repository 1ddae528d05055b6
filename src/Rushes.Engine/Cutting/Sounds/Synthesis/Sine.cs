namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>A sine by recurrence: no function is called for a sample.</summary>
/// <param name="turns">Turns a sample.</param>
/// <param name="phase">Where it begins, in turns.</param>
internal sealed class Sine(double turns, double phase)
{
    private readonly double _twice = 2 * Math.Cos(2 * Math.PI * turns);
    private double _now = Math.Sin(2 * Math.PI * phase);
    private double _before = Math.Sin(2 * Math.PI * (phase - turns));

    public double Next()
    {
        var now = _now;
        (_before, _now) = (now, _twice * now - _before);
        return now;
    }
}
