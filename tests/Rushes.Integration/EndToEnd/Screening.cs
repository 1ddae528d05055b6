using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Rushes.Integration.EndToEnd;

/// <summary>Looks at finished files with ffmpeg and ffprobe themselves, never through the product's own code.</summary>
internal static class Screening
{
    /// <summary>Runs ffmpeg; returns its standard output.</summary>
    public static Task<byte[]> FfmpegAsync(params IReadOnlyList<string> arguments) =>
        RunAsync("ffmpeg", ["-hide_banner", "-nostdin", "-v", "error", "-y", .. arguments]);

    public static async Task<JsonElement> ProbeAsync(string file)
    {
        var said = await RunAsync("ffprobe", ["-v", "error", "-of", "json", "-show_format", "-show_streams", "-count_frames", file]);
        using var page = JsonDocument.Parse(said);
        return page.RootElement.Clone();
    }

    /// <summary>Fails unless the whole file can be decoded without a single complaint.</summary>
    public static async Task<VideoFacts> WatchAsync(string file)
    {
        await FfmpegAsync("-xerror", "-err_detect", "explode", "-i", $"file:{file}", "-f", "null", "-");
        return VideoFacts.Of(await ProbeAsync(file));
    }

    /// <summary>One frame as grey pixels, <paramref name="width"/> x <paramref name="height"/>.</summary>
    public static Task<byte[]> GreyAsync(string file, double second, int width, int height) =>
        FrameAsync(file, second, $"scale={width}:{height}:flags=area,format=gray", "gray");

    /// <summary>One frame as red, green and blue bytes, <paramref name="width"/> x <paramref name="height"/>.</summary>
    public static Task<byte[]> ColoursAsync(string file, double second, int width, int height) =>
        FrameAsync(file, second, $"scale={width}:{height}:flags=area,format=rgb24", "rgb24");

    /// <summary>A digest of every decoded picture of the file.</summary>
    public static async Task<string> PicturesDigestAsync(string file) =>
        System.Text.Encoding.ASCII.GetString(await FfmpegAsync("-i", $"file:{file}", "-map", "0:v", "-f", "md5", "-")).Trim();

    /// <summary>The loudest sample of the sound, in dB below full scale; silence is far below -60.</summary>
    public static async Task<double> PeakAsync(string file)
    {
        var samples = await FfmpegAsync("-i", $"file:{file}", "-map", "0:a", "-ac", "1", "-ar", "16000", "-f", "s16le", "-");
        var loudest = 0;
        for (var at = 0; at + 1 < samples.Length; at += 2)
            loudest = Math.Max(loudest, Math.Abs((int)BitConverter.ToInt16(samples, at)));
        return 20 * Math.Log10(Math.Max(loudest, 0.1) / short.MaxValue);
    }

    /// <summary>How different two pictures are: mean difference of their bytes.</summary>
    public static double Difference(byte[] one, byte[] other)
    {
        Assert.Equal(one.Length, other.Length);
        return one.Zip(other, (a, b) => Math.Abs(a - b)).Average();
    }

    /// <summary>How much there is to see: the standard deviation of a picture's bytes.</summary>
    public static double Contrast(byte[] picture)
    {
        var mean = picture.Average(value => (double)value);
        return Math.Sqrt(picture.Average(value => (value - mean) * (value - mean)));
    }

    private static Task<byte[]> FrameAsync(string file, double second, string filter, string pixels) => FfmpegAsync(
        "-ss", second.ToString(CultureInfo.InvariantCulture), "-i", $"file:{file}", "-frames:v", "1", "-vf", filter, "-f", "rawvideo", "-pix_fmt", pixels, "-");

    private static async Task<byte[]> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        var complaint = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await reading;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0 && complaint.Length == 0, $"{program} {string.Join(' ', arguments)}\n{complaint}");
        return output.ToArray();
    }
}
