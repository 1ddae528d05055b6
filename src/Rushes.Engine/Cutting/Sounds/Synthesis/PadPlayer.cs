namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>A soft, wide, slowly swelling tone: two detuned waves a side, darker or brighter as asked.</summary>
internal sealed class PadPlayer : Player
{
    private const int Table = 2048;
    private const int Step = 64;
    private const double Release = 1.8;
    private static readonly float[] Dark = Wave(harmonic => 1 / Math.Pow(harmonic, 2.6), 8);
    private static readonly float[] Bright = Wave(harmonic => 1 / Math.Pow(harmonic, 1.5), 12);
    private readonly double[] _phases;
    private readonly double[] _steps;
    private readonly int _attack;
    private double _level;
    private double _levelStep;
    private double _bright;
    private double _brightStep;

    public PadPlayer(Note note)
        : base(note)
    {
        double[] detune = [0.9975, 1.0016, 0.9984, 1.0025];
        _steps = [.. detune.Select(factor => note.Frequency * factor * Table / Pcm.Rate)];
        var dice = new Dice((ulong)note.Start + (ulong)(note.Pitch * 100));
        _phases = [.. detune.Select(_ => dice.Next() * Table)];
        _attack = Math.Min(note.Length, (int)(1.1 * Pcm.Rate));
        _bright = Shape(0).Bright;
    }

    protected override int Whole => Note.Length + (int)(Release * Pcm.Rate);

    protected override (double Left, double Right) Next(int at)
    {
        // Loudness and brightness change slowly: they are computed now and then and drawn as straight lines.
        if (at % Step == 0)
        {
            var (level, bright) = Shape(at + Step);
            (_levelStep, _brightStep) = ((level - _level) / Step, (bright - _bright) / Step);
        }

        _level += _levelStep;
        _bright += _brightStep;
        return (_level * (Read(0, _bright) + Read(1, _bright)), _level * (Read(2, _bright) + Read(3, _bright)));
    }

    private (double Level, double Bright) Shape(int at)
    {
        var rise = Math.Min(1, (double)at / _attack);
        var fall = at < Note.Length ? 1 : Math.Max(0, 1 - (at - Note.Length) / (Release * Pcm.Rate));

        // The brightness breathes a little; a tone that does not is an organ.
        return (0.25 * Math.Sin(rise * Math.PI / 2) * fall * fall, Note.Brightness * (0.75 + 0.25 * Math.Sin(2 * Math.PI * at / (5.3 * Pcm.Rate))));
    }

    private double Read(int wave, double bright)
    {
        var phase = _phases[wave];
        var index = (int)phase;
        var part = (float)(phase - index);
        var next = (index + 1) & (Table - 1);
        _phases[wave] = phase + _steps[wave] is var on && on >= Table ? on - Table : on;
        var dark = Dark[index] + part * (Dark[next] - Dark[index]);
        return dark + bright * (Bright[index] + part * (Bright[next] - Bright[index]) - dark);
    }

    private static float[] Wave(Func<int, double> strength, int harmonics)
    {
        var table = new float[Table];
        for (var index = 0; index < Table; index++)
        {
            for (var harmonic = 1; harmonic <= harmonics; harmonic++)
                table[index] += (float)(strength(harmonic) * Math.Sin(2 * Math.PI * harmonic * index / Table));
        }

        return table;
    }
}
