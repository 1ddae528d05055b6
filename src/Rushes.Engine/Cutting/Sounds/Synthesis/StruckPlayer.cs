namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>A tone that is struck and dies away, higher partials sooner: kalimba, felt piano, bell or bass by its partials.</summary>
internal sealed class StruckPlayer : Player
{
    private readonly double[] _cosines;
    private readonly double[] _now;
    private readonly double[] _before;
    private readonly double[] _levels;
    private readonly double[] _decays;
    private readonly int _whole;

    public StruckPlayer(Note note, double[] strengths, double[] ratios, double decay)
        : base(note)
    {
        // High notes die sooner, as on every instrument.
        decay *= Math.Pow(2, -(note.Pitch - 60) / 24);
        var turns = Array.ConvertAll(ratios, ratio => 2 * Math.PI * Math.Min(note.Frequency * ratio, 0.45 * Pcm.Rate) / Pcm.Rate);
        _cosines = Array.ConvertAll(turns, turn => 2 * Math.Cos(turn));
        _before = Array.ConvertAll(turns, turn => -Math.Sin(turn));
        _now = new double[ratios.Length];
        _levels = [.. strengths.Select((strength, partial) => partial == 0 ? strength : strength * (0.4 + 0.9 * note.Brightness))];
        _decays = [.. ratios.Select(ratio => Math.Exp(-Math.Sqrt(ratio) / (decay * Pcm.Rate)))];
        _whole = (int)Math.Min(decay * 6 * Pcm.Rate, note.Length + 0.6 * Pcm.Rate);
    }

    protected override int Whole => _whole;

    protected override (double Left, double Right) Next(int at)
    {
        double sum = 0;
        for (var partial = 0; partial < _now.Length; partial++)
        {
            sum += _now[partial] * _levels[partial];

            // A sine by recurrence: no function is called for a sample.
            var next = _cosines[partial] * _now[partial] - _before[partial];
            (_before[partial], _now[partial]) = (_now[partial], next);
            _levels[partial] *= _decays[partial];
        }

        var soft = Math.Min(1, at / (0.004 * Pcm.Rate)) * Math.Min(1, (_whole - at) / (0.05 * Pcm.Rate));
        return (sum * soft, sum * soft);
    }
}
