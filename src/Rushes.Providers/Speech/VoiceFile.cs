using System.Globalization;
using System.Runtime.InteropServices;
using Rushes.Engine.Voices;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Providers.Speech;

/// <summary>Turns whatever an engine said into a voice file: 48 kHz mono, silence at both ends gone, every voice equally loud.</summary>
internal static class VoiceFile
{
    private const string Trim = "silenceremove=start_periods=1:start_threshold=-45dB:start_silence=0.02";

    /// <summary>RMS that every line is brought to, in full scale; leaves room for peaks.</summary>
    private const double Loudness = 0.1;

    private const double LoudestPeak = 0.9;

    public static async Task<Utterance> WriteAsync(
        MediaPrograms programs, string[] input, Func<Stream, CancellationToken, Task>? feed, double tempo, string wav, string? folder, CancellationToken cancellation)
    {
        var faster = tempo == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $",atempo={tempo:0.###}");
        var raw = new MemoryStream();
        var call = new MediaCall
        {
            Arguments = [.. input, "-af", $"{Trim},areverse,{Trim},areverse{faster}", "-ar", "48000", "-ac", "1", "-f", "s16le", "pipe:1"],
            Feed = feed,
            Read = (output, stop) => output.CopyToAsync(raw, stop),
            WorkingFolder = folder,
        };
        var result = await programs.FfmpegAsync(call, cancellation);
        if (!result.Succeeded || raw.Length < 2)
            return new Utterance.Silent(result.Complaint);
        var samples = MemoryMarshal.Cast<byte, short>(raw.GetBuffer().AsSpan(0, (int)raw.Length / 2 * 2));
        Level(samples);
        PcmWave.Write(wav, samples);
        return new Utterance.Spoken((double)samples.Length / PcmWave.SampleRate);
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
