using System.Runtime.InteropServices;

namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>Plays a score into a file, a tenth of a second at a time: the memory does not grow with the film.</summary>
internal static class Orchestra
{
    private const double Headroom = 0.35;
    private const double FadeIn = 0.6;
    private const double FadeOut = 2.2;

    public static void Play(IReadOnlyList<Note> notes, long length, string pcm, CancellationToken cancellation)
    {
        using var file = File.Create(pcm);
        var (left, right, samples) = (new float[Pcm.Block], new float[Pcm.Block], new short[2 * Pcm.Block]);
        var (playing, room, next) = (new List<Player>(), new Room(0.35), 0);
        for (long at = 0; at < length; at += Pcm.Block)
        {
            cancellation.ThrowIfCancellationRequested();
            Array.Clear(left);
            Array.Clear(right);
            for (; next < notes.Count && notes[next].Start < at + Pcm.Block; next++)
                playing.Add(Player.Of(notes[next]));
            foreach (var player in playing)
                player.AddTo(left, right, at);
            playing.RemoveAll(player => player.Over);
            room.Process(left, right);
            var count = (int)Math.Min(Pcm.Block, length - at);
            for (var index = 0; index < count; index++)
            {
                var level = Headroom * Fade(at + index, length);
                samples[2 * index] = Sample(left[index] * level);
                samples[2 * index + 1] = Sample(right[index] * level);
            }

            file.Write(MemoryMarshal.AsBytes(samples.AsSpan(0, 2 * count)));
        }
    }

    private static double Fade(long at, long length)
    {
        var rise = Math.Min(1, at / (FadeIn * Pcm.Rate));
        var fall = Math.Min(1, (length - at) / (Math.Min(FadeOut * Pcm.Rate, length / 3.0)));
        return Math.Sin(rise * Math.PI / 2) * fall * fall;
    }

    /// <summary>A soft knee: what would clip is bent.</summary>
    private static short Sample(double value) => (short)Math.Round(32767 * Math.Tanh(value));
}
