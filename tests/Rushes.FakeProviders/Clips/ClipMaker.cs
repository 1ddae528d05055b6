using System.Diagnostics;
using System.Globalization;

namespace Rushes.FakeProviders.Clips;

/// <summary>Films a clip with ffmpeg's own pictures and tones: H.264 4:2:0, moov first, AAC where there is sound.</summary>
internal static class ClipMaker
{
    /// <summary>Makes the clip.</summary>
    /// <exception cref="InvalidOperationException">ffmpeg is missing or failed; the message says so.</exception>
    public static async Task<byte[]> MakeAsync(ClipForm form, CancellationToken cancellation = default)
    {
        var path = Path.Combine(Path.GetTempPath(), $"rushes-fake-{Guid.NewGuid():N}.mp4");
        try
        {
            await RunAsync([.. Arguments(form), path], cancellation);
            return await File.ReadAllBytesAsync(path, cancellation);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Turns raw 16-bit mono sound into MP3.</summary>
    /// <exception cref="InvalidOperationException">ffmpeg is missing or failed; the message says so.</exception>
    public static async Task<byte[]> Mp3Async(byte[] pcm, int rate, CancellationToken cancellation = default)
    {
        var stem = Path.Combine(Path.GetTempPath(), $"rushes-fake-{Guid.NewGuid():N}");
        var (raw, mp3) = (stem + ".pcm", stem + ".mp3");
        try
        {
            await File.WriteAllBytesAsync(raw, pcm, cancellation);
            await RunAsync(["-f", "s16le", "-ar", $"{rate}", "-ac", "1", "-i", raw, "-b:a", "128k", "-bitexact", mp3], cancellation);
            return await File.ReadAllBytesAsync(mp3, cancellation);
        }
        finally
        {
            File.Delete(raw);
            File.Delete(mp3);
        }
    }

    private static IEnumerable<string> Arguments(ClipForm form)
    {
        var seconds = form.Seconds.ToString(CultureInfo.InvariantCulture);
        var hue = form.Look * 47 % 360;
        var gradient = $"gradients=size={form.Width}x{form.Height}:rate={form.Fps}:duration={seconds}:nb_colors=3" +
            $":c0={Colour(hue, 0.55, 0.35)}:c1={Colour(hue + 140, 0.6, 0.8)}:c2={Colour(hue + 60, 0.5, 0.95)}:speed=0.03:seed={form.Look + 1}";
        List<string> arguments = ["-f", "lavfi", "-i", gradient];
        if (form.Sound)
            arguments.AddRange(["-f", "lavfi", "-i", $"sine=frequency={220 + (form.Look * 35)}:sample_rate=44100:duration={seconds}"]);
        arguments.AddRange(["-c:v", "libx264", "-preset", "ultrafast", "-crf", "28", "-pix_fmt", "yuv420p", "-threads", "1"]);
        if (form.Sound)
            arguments.AddRange(["-c:a", "aac", "-b:a", "64k", "-ac", "2"]);
        arguments.AddRange(["-t", seconds, "-movflags", "+faststart", "-bitexact"]);
        return arguments;
    }

    private static async Task RunAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["-v", "error", "-nostdin", "-y", .. arguments])
            start.ArgumentList.Add(argument);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException("The fake providers film their clips with ffmpeg, and there is none on the PATH. Install ffmpeg.", missing);
        }
        using (process)
        {
            var said = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"ffmpeg could not film a clip: {said.Trim()}");
        }
    }

    /// <summary>An RGB colour as ffmpeg writes it, from hue in degrees, saturation and value.</summary>
    private static string Colour(int hue, double saturation, double value)
    {
        byte Channel(int n)
        {
            var k = (n + (hue / 60d)) % 6;
            return (byte)(255 * (value - (value * saturation * Math.Clamp(Math.Min(k, 4 - k), 0, 1))));
        }
        return $"0x{Channel(5):x2}{Channel(3):x2}{Channel(1):x2}";
    }
}
