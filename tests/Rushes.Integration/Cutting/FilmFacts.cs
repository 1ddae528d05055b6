using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Rushes.Integration.Cutting;

/// <summary>What is measured of a finished file, by ffmpeg's eyes and ears and not by ours.</summary>
internal sealed class FilmFacts(Media media, string file)
{
    /// <summary>Presentation times of all frames, in order, in ticks.</summary>
    public async Task<IReadOnlyList<long>> TimesAsync() =>
    [
        .. (await media.FfprobeAsync("-select_streams", "v:0", "-show_entries", "packet=pts", "-of", "csv=p=0", "-i", file))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => long.Parse(line.Trim().TrimEnd(','), CultureInfo.InvariantCulture))
            .Order(),
    ];

    /// <summary>Every frame and sample decodes without a complaint.</summary>
    public async Task<string> ComplaintsAsync() => await media.FfmpegAsync("-v", "error", "-xerror", "-err_detect", "explode", "-i", file, "-f", "null", "-");

    public async Task<JsonElement> ProbeAsync() =>
        JsonDocument.Parse(await media.FfprobeAsync("-of", "json", "-show_streams", "-show_format", "-show_chapters", "-i", file)).RootElement;

    /// <summary>Mean brightness of every frame, 0 to 255.</summary>
    public async Task<byte[]> BrightnessAsync()
    {
        await media.FfmpegAsync("-v", "error", "-i", file, "-vf", "scale=1:1:flags=area,format=gray", "-fps_mode", "passthrough", "-f", "rawvideo", media["brightness.raw"]);
        return await File.ReadAllBytesAsync(media["brightness.raw"], TestContext.Current.CancellationToken);
    }

    /// <summary>The sound as a player hears it: 48 kHz, mono.</summary>
    public async Task<short[]> SoundAsync(string filter = "anull")
    {
        await media.FfmpegAsync("-v", "error", "-i", file, "-map", "0:a:0", "-af", $"{filter},aresample=async=1:first_pts=0", "-ac", "1", "-ar", "48000", "-f", "s16le", media["sound.raw"]);
        return MemoryMarshal.Cast<byte, short>(await File.ReadAllBytesAsync(media["sound.raw"], TestContext.Current.CancellationToken)).ToArray();
    }

    /// <summary>Root of the mean square in decibels of a stretch of the sound.</summary>
    public static double Level(short[] sound, double from, double to)
    {
        var part = sound.AsSpan((int)(from * 48000), (int)((to - from) * 48000));
        double sum = 0;
        foreach (var sample in part)
            sum += (double)sample * sample;
        return 20 * Math.Log10(Math.Sqrt(sum / part.Length) / 32768 + 1e-9);
    }

    public async Task<(double Loudness, double Peak)> LoudnessAsync()
    {
        var said = await media.FfmpegAsync("-i", file, "-map", "0:a:0", "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-");
        return (Number(said, "I:"), Number(said, "Peak:"));
    }

    private static double Number(string said, string label)
    {
        var words = said[(said.LastIndexOf(label, StringComparison.Ordinal) + label.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return double.Parse(words[0], CultureInfo.InvariantCulture);
    }
}
