namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>A soft low beat, felt more than heard: a sine that falls.</summary>
internal sealed class DrumPlayer(Note note) : Player(note)
{
    private const double Seconds = 0.45;
    private double _phase;

    protected override int Whole => (int)(Seconds * Pcm.Rate);

    protected override (double Left, double Right) Next(int at)
    {
        var time = (double)at / Pcm.Rate;
        _phase += 2 * Math.PI * (48 + 62 * Math.Exp(-time / 0.035)) / Pcm.Rate;
        var sample = Math.Sin(_phase) * Math.Exp(-time / 0.13) * Math.Min(1, at / 120.0);
        return (sample, sample);
    }
}
