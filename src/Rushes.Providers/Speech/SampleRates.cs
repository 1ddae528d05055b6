using NAudio.Dsp;

namespace Rushes.Providers.Speech;

/// <summary>Changes the sample rate of short sounds without a process of their own.</summary>
internal static class SampleRates
{
    /// <summary>Samples asked for at a time.</summary>
    private const int Piece = 4096;

    /// <param name="samples">Mono.</param>
    /// <param name="from">Samples a second.</param>
    /// <param name="to">Samples a second.</param>
    /// <returns>As long as before, to the sample.</returns>
    public static Span<short> Change(ReadOnlySpan<short> samples, int from, int to)
    {
        var resampler = new WdlResampler();
        resampler.SetMode(interp: false, filtercnt: 0, sinc: true);
        resampler.SetFeedMode(wantInputDriven: false);
        resampler.SetRates(from, to);
        var changed = new short[(int)((long)samples.Length * to / from)];
        Span<float> piece = stackalloc float[Piece];
        for (var done = 0; done < changed.Length;)
        {
            // Past its end a sound is silence.
            var needed = resampler.ResamplePrepare(Piece, 1, out var room);
            var taken = Math.Min(needed, samples.Length);
            for (var index = 0; index < needed; index++)
                room[index] = index < taken ? samples[index] : 0;
            samples = samples[taken..];
            var given = Math.Min(resampler.ResampleOut(piece, needed, Piece, 1), changed.Length - done);
            for (var index = 0; index < given; index++)
                changed[done + index] = (short)Math.Clamp(MathF.Round(piece[index]), short.MinValue, short.MaxValue);
            done += given;
        }

        return changed;
    }
}
