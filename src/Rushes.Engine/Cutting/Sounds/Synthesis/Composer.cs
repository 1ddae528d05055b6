namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>
/// Writes simple music for a film: one key and one tempo throughout, a mood for each stretch, more instruments and more strength where feelings run higher,
/// and an ending that comes home. All moods share the key's scale, so each can follow each.
/// </summary>
internal sealed class Composer(Func<string, Mood> moods, ulong seed)
{
    private const int EighthsABar = 8;
    private static readonly int[] Scale = [0, 2, 4, 5, 7, 9, 11];
    private static readonly int[] ChordSteps = [0, 2, 4, 7];
    private readonly Dice _dice = new(seed);

    /// <summary>All notes in the order of their start.</summary>
    /// <param name="parts">One after another without gaps.</param>
    public IReadOnlyList<Note> Compose(IReadOnlyList<MusicPart> parts)
    {
        if (parts.Count == 0)
            return [];
        var (start, end) = (parts[0].Start, parts[^1].Start + parts[^1].Length);
        var leading = parts.GroupBy(part => part.Mood, StringComparer.Ordinal).MaxBy(group => group.Sum(part => part.Length))!.Key;

        // The tempo gives way a little, so that the last bar ends with the film.
        var wished = EighthsABar * 30.0 / moods(leading).Tempo * Pcm.Rate;
        var bars = Math.Max(1, (int)Math.Round((end - start) / wished));
        var bar = (end - start) / (double)bars;
        var key = 60 + _dice.Whole(-4, 3);
        var notes = new List<Note>();
        for (var index = 0; index < bars; index++)
        {
            var at = start + (long)(index * bar);
            var part = parts.Last(candidate => candidate.Start <= at + (long)(bar * 0.25) || candidate == parts[0]);
            AddBar(notes, new Bar(at, bar, index, bars, key, part, moods(part.Mood)));
        }

        return [.. notes.OrderBy(note => note.Start)];
    }

    private void AddBar(List<Note> notes, Bar bar)
    {
        var degree = bar.Last ? bar.Mood.Home : bar.Mood.Progressions[bar.Index / 4 % bar.Mood.Progressions.Length] is var chords ? chords[bar.Index % chords.Length] : 1;
        var strength = Pcm.Gain(3.5 * bar.Part.Intensity - 1.5);
        var chord = Array.ConvertAll(ChordSteps, step => Tone(bar, degree, step));
        if (Plays(bar, bar.Mood.Pad) is { } pad)
        {
            for (var tone = 0; tone < 3; tone++)
                notes.Add(new(Instrument.Pad, bar.Start, (int)bar.Length, chord[tone] - 12 * (chord[tone] > 66 ? 1 : 0), strength * Pcm.Gain(pad.Level), (tone - 1) * 0.4, bar.Brightness));
        }

        if (Plays(bar, bar.Mood.Bass) is { } bass)
            notes.Add(new(Instrument.Bass, bar.Start, (int)bar.Length, chord[0] - 24, strength * Pcm.Gain(bass.Level), 0, bar.Brightness));
        if (Plays(bar, bar.Mood.Pluck) is { } pluck && !bar.Last)
            AddPattern(notes, bar, Instrument.Pluck, pluck, strength, step => chord[step] + 12, 0.35);
        if (Plays(bar, bar.Mood.Pulse) is { } pulse && !bar.Last)
            AddPattern(notes, bar, Instrument.Pulse, pulse, strength, _ => 36, 0);
        if (Plays(bar, bar.Mood.Shaker) is { } shaker && !bar.Last)
            AddPattern(notes, bar, Instrument.Shaker, shaker, strength, _ => 90, 0.25);
        if (Plays(bar, bar.Mood.Bell) is { } bell)
            AddBell(notes, bar, bell, strength, chord);
    }

    private void AddPattern(List<Note> notes, Bar bar, Instrument instrument, MoodPart part, double strength, Func<int, double> pitch, double spread)
    {
        if (part.Pattern is not { Length: > 0 } patterns)
            return;
        var pattern = patterns[bar.Index % patterns.Length];
        for (var eighth = 0; eighth < Math.Min(EighthsABar, pattern.Length); eighth++)
        {
            if (!char.IsAsciiDigit(pattern[eighth]))
                continue;
            var digit = pattern[eighth] - '0';
            var isDrum = instrument is Instrument.Pulse or Instrument.Shaker;

            // Nobody plays exactly on the beat, nor twice equally strongly.
            var human = (long)(_dice.Between(0, 0.008) * Pcm.Rate);
            var level = strength * Pcm.Gain(part.Level - 3 * _dice.Next()) * (isDrum ? digit / 9.0 : eighth % 4 == 0 ? 1 : 0.8);
            var tone = isDrum ? pitch(0) : pitch(Math.Min(digit, 3));
            notes.Add(new(instrument, bar.Start + (long)(eighth * bar.Length / EighthsABar) + human, (int)(bar.Length / 2), tone, level, _dice.Between(-spread, spread), bar.Brightness));
        }
    }

    /// <summary>A sparse tune of chord tones: a question in one bar, an answer in the next, then room to listen.</summary>
    private void AddBell(List<Note> notes, Bar bar, MoodPart bell, double strength, double[] chord)
    {
        int[] beats = bar.Last ? [0] : (bar.Index % 4) switch { 0 => [0, 3], 1 => [2], 2 => [0, 4, 6], _ => [] };
        foreach (var beat in beats)
        {
            var tone = chord[bar.Last ? 0 : _dice.Whole(0, 2)] + 24;
            var level = strength * Pcm.Gain(bell.Level - 4 * _dice.Next());
            notes.Add(new(Instrument.Bell, bar.Start + (long)(beat * bar.Length / EighthsABar), (int)bar.Length, tone > 86 ? tone - 12 : tone, level, _dice.Between(-0.4, 0.4), bar.Brightness));
        }
    }

    private static MoodPart? Plays(Bar bar, MoodPart? part) => part is not null && bar.Part.Intensity >= part.From ? part : null;

    /// <summary>The tone that many steps of the scale above a degree.</summary>
    private static double Tone(Bar bar, int degree, int step)
    {
        var index = degree - 1 + step;
        return bar.Key + 12 * bar.Mood.Octaves + Scale[index % 7] + 12 * (index / 7);
    }

    private sealed record Bar(long Start, double Length, int Index, int Count, int Key, MusicPart Part, Mood Mood)
    {
        public bool Last => Index == Count - 1;

        public double Brightness => Math.Clamp(Mood.Brightness + 0.25 * Part.Intensity, 0, 1);
    }
}
