using System.Globalization;
using System.Runtime.InteropServices;
using Rushes.Engine.Voices;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Providers.Speech;

/// <summary>Turns whatever an engine said into a voice file: 48 kHz mono, silence at both ends gone, every voice equally loud.</summary>
internal static class VoiceFile
{
    /// <summary>RMS below which it is silence, in full scale: -45 dB.</summary>
    private const double Silence = 0.0056;

    /// <summary>Samples over which it is measured, and that are left before and after the voice: 20 ms.</summary>
    private const int Window = PcmWave.SampleRate / 50;

    /// <summary>RMS that every line is brought to, in full scale; leaves room for peaks.</summary>
    private const double Loudness = 0.1;

    private const double LoudestPeak = 0.9;

    public static async Task<Utterance> WriteAsync(
        MediaPrograms programs, string[] input, Func<Stream, CancellationToken, Task>? feed, double tempo, string wav, string? folder, CancellationToken cancellation)
    {
        string[] faster = tempo == 1 ? [] : ["-af", string.Create(CultureInfo.InvariantCulture, $"atempo={tempo:0.####}")];
        var raw = new MemoryStream();
        var call = new MediaCall
        {
            Arguments = [.. input, .. faster, "-ar", "48000", "-ac", "1", "-f", "s16le", "pipe:1"],
            Feed = feed,
            Read = (output, stop) => output.CopyToAsync(raw, stop),
            WorkingFolder = folder,
        };
        var result = await programs.FfmpegAsync(call, cancellation);
        return result.Succeeded
            ? Write(MemoryMarshal.Cast<byte, short>(raw.GetBuffer().AsSpan(0, (int)raw.Length / 2 * 2)), wav, result.Complaint)
            : new Utterance.Silent(result.Complaint);
    }

    /// <param name="spoken">48 kHz, mono; changed on the way.</param>
    /// <param name="complaint">Why there is nothing to hear, when there is nothing.</param>
    public static Utterance Write(Span<short> spoken, string wav, string complaint)
    {
        var samples = Trimmed(spoken);
        if (samples.IsEmpty)
            return new Utterance.Silent(complaint);
        Level(samples);
        PcmWave.Write(wav, samples);
        return new Utterance.Spoken((double)samples.Length / PcmWave.SampleRate);
    }

    /// <summary>The sound without the silence around it. (ffmpeg's own filter for it loses sounds of some lengths altogether when it is run from behind.)</summary>
    private static Span<short> Trimmed(Span<short> samples)
    {
        var start = Onset(samples, fromBehind: false);
        return start < 0 ? [] : samples[start..(samples.Length - Onset(samples, fromBehind: true))];
    }

    /// <returns>Samples of silence before the voice, less what is left of it; below 0 when there is nothing but silence.</returns>
    private static int Onset(ReadOnlySpan<short> samples, bool fromBehind)
    {
        const double loud = Silence * Silence * short.MaxValue * short.MaxValue * Window;
        double energy = 0;
        for (var at = 0; at < samples.Length; at++)
        {
            energy += Square(samples, at, fromBehind) - (at < Window ? 0 : Square(samples, at - Window, fromBehind));
            if (energy > loud)
                return Math.Max(0, at - Window);
        }

        return -1;
    }

    private static double Square(ReadOnlySpan<short> samples, int at, bool fromBehind)
    {
        double sample = samples[fromBehind ? samples.Length - 1 - at : at];
        return sample * sample;
    }

    private static void Level(Span<short> samples)
    {
        double energy = 0, peak = 1;
        foreach (var sample in samples)
        {
            energy += (double)sample * sample;
            peak = Math.Max(peak, Math.Abs((double)sample));
        }

        var rms = Math.Sqrt(energy / samples.Length) / short.MaxValue;
        var gain = Math.Min(Loudness / Math.Max(rms, 1e-4), LoudestPeak * short.MaxValue / peak);
        for (var index = 0; index < samples.Length; index++)
            samples[index] = (short)Math.Round(samples[index] * gain);
    }
}
