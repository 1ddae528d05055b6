using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Rushes.Engine.Voices;
using Rushes.Film.Scenes;

namespace Rushes.Providers.Animatic.Life;

/// <summary>A speaker's mouth, frame by frame, driven by how loud the voice is. Outside the speaker's lines it is closed.</summary>
internal sealed class MouthTrack
{
    private const int WaveHeader = 44;

    /// <summary>Parts of a line's loudest moment at which the mouth opens to a shape; it falls back only some way below, so it does not flutter.</summary>
    private const double HalfAbove = 0.16;

    private const double OpenAbove = 0.48;
    private const double Slack = 0.7;

    /// <summary>Frames that a shape stays at least.</summary>
    private const int Least = 2;

    private readonly MouthShape[] _shapes;

    public MouthTrack(IEnumerable<SpokenLine> lines, int frames, FrameRate rate)
    {
        _shapes = new MouthShape[frames];
        foreach (var line in lines)
        {
            var first = Math.Clamp((int)Math.Ceiling(line.Start * rate.PerSecond - 1e-6), 0, frames);
            var end = Math.Clamp((int)Math.Floor(line.End * rate.PerSecond + 1e-6), first, frames);
            Speak(Envelope(line, end - first, rate), _shapes.AsSpan(first, end - first));
        }
    }

    public MouthShape At(int frame) => frame < _shapes.Length ? _shapes[frame] : MouthShape.Closed;

    private static void Speak(double[] loudness, Span<MouthShape> shapes)
    {
        var loudest = loudness.DefaultIfEmpty(0).Max();
        if (loudest <= 0)
            return;
        var shape = MouthShape.Closed;
        var held = Least;
        for (var frame = 0; frame < loudness.Length; frame++, held++)
        {
            var next = Next(shape, loudness[frame] / loudest);
            if (next != shape && held >= Least)
                (shape, held) = (next, 0);
            shapes[frame] = frame < loudness.Length - 1 ? shape : MouthShape.Closed;
        }
    }

    private static MouthShape Next(MouthShape shape, double loud)
    {
        if (loud >= (shape == MouthShape.Open ? OpenAbove * Slack : OpenAbove))
            return MouthShape.Open;
        return loud >= (shape == MouthShape.Closed ? HalfAbove : HalfAbove * Slack) ? MouthShape.Half : MouthShape.Closed;
    }

    /// <summary>Loudness of each frame; syllables in a steady beat where there is no voice to follow.</summary>
    private static double[] Envelope(SpokenLine line, int frames, FrameRate rate)
    {
        if (line.Wav is null || PcmWave.SecondsOf(line.Wav) is not { } seconds)
            return [.. Enumerable.Range(0, frames).Select(frame => 0.5 + 0.5 * Math.Sin(frame * Math.Tau * 4.3 / rate.PerSecond) * Math.Sin(frame * 0.37 + 1))];
        var bytes = File.ReadAllBytes(line.Wav).AsSpan(WaveHeader);
        var samples = MemoryMarshal.Cast<byte, short>(bytes[..(bytes.Length / 2 * 2)]);
        var perFrame = PcmWave.SampleRate / rate.PerSecond;
        var loudness = new double[frames];
        for (var frame = 0; frame < frames; frame++)
        {
            var from = frame * perFrame;
            if (from >= samples.Length)
                break;
            double energy = 0;
            var piece = samples[from..Math.Min(samples.Length, from + perFrame)];
            foreach (var sample in piece)
            {
                var value = BitConverter.IsLittleEndian ? sample : BinaryPrimitives.ReverseEndianness(sample);
                energy += (double)value * value;
            }

            loudness[frame] = Math.Sqrt(energy / piece.Length);
        }

        return loudness;
    }
}
