namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>Plays one note, block after block, until it has died away.</summary>
internal abstract class Player(Note note)
{
    private long _played;

    protected Note Note { get; } = note;

    /// <summary>Samples until nothing more is heard.</summary>
    protected abstract int Whole { get; }

    public bool Over => _played >= Whole;

    public static Player Of(Note note) => note.Instrument switch
    {
        Instrument.Pad => new PadPlayer(note),
        Instrument.Pluck => new StruckPlayer(note, [1, 0.42, 0.16, 0.06], [1, 2, 3.01, 4.18], 0.9),
        Instrument.Bell => new StruckPlayer(note, [1, 0.3, 0.22, 0.1], [1, 2.01, 3.96, 5.4], 2.2),
        Instrument.Bass => new StruckPlayer(note, [1, 0.35, 0.1], [1, 2, 3], 1.6),
        Instrument.Pulse => new DrumPlayer(note),
        _ => new ShakerPlayer(note),
    };

    /// <summary>Adds what sounds from <paramref name="at"/> on.</summary>
    public void AddTo(Span<float> left, Span<float> right, long at)
    {
        var from = (int)Math.Max(0, Note.Start - at);
        var (panLeft, panRight) = (Math.Cos((Note.Pan + 1) * Math.PI / 4), Math.Sin((Note.Pan + 1) * Math.PI / 4));
        for (var index = from; index < left.Length && _played < Whole; index++, _played++)
        {
            var (a, b) = Next((int)_played);
            left[index] += (float)(a * panLeft * Note.Level);
            right[index] += (float)(b * panRight * Note.Level);
        }
    }

    protected abstract (double Left, double Right) Next(int at);
}
