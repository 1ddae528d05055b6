namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>A grain of rustle on the beat.</summary>
internal sealed class ShakerPlayer(Note note) : Player(note)
{
    private const double Seconds = 0.09;
    private readonly Dice _dice = new((ulong)note.Start);
    private readonly Filter _filter = Filter.BandPass(7200, 0.8);

    protected override int Whole => (int)(Seconds * Pcm.Rate);

    protected override (double Left, double Right) Next(int at)
    {
        var time = (double)at / Pcm.Rate;
        var sample = _filter.Next(_dice.Next() * 2 - 1) * Math.Exp(-time / 0.022) * Math.Min(1, at / 240.0);
        return (sample, sample);
    }
}
