using System.Globalization;

namespace Rushes.Bench;

/// <summary>What a finished animatic film costs, everything included, beside a plain ffmpeg encode of the same frames.</summary>
internal static class FilmBench
{
    private const string Idea = "Một chú mèo con lạc mẹ tìm đường về nhà trong đêm mưa";

    /// <summary>CPU seconds a second of film, and megabytes at any moment.</summary>
    private const double CpuBar = 2, MemoryBar = 500;

    public static async Task<int> RunAsync(string[] args)
    {
        var lengths = args.Length > 0 ? args.Select(arg => int.Parse(arg, CultureInfo.InvariantCulture)) : [32];
        await Measured.RunAsync(Studio.Launcher, "--version");
        Console.WriteLine("film    CPU s   CPU s a second   peak MB   wall s   encode alone CPU s   ratio");
        var within = true;
        foreach (var seconds in lengths)
        {
            using var studio = new Studio();
            var film = await studio.FilmAsync(Idea, seconds);
            if (film.ExitCode != 0)
                return film.ExitCode;
            var file = Studio.Answer(film).GetProperty("film").GetString()!;
            var length = double.Parse((await Measured.RunAsync("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file)).Output, CultureInfo.InvariantCulture);

            // The frames are only there encoded: what decoding them costs is taken off again.
            string[] read = ["-v", "error", "-nostdin", "-i", file, "-an"];
            var decode = await Measured.RunAsync("ffmpeg", [.. read, "-f", "null", "-"]);
            var both = await Measured.RunAsync("ffmpeg", [.. read, "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-f", "null", "-"]);
            var encode = both.CpuSeconds - decode.CpuSeconds;
            within &= film.CpuSeconds / length <= CpuBar && film.PeakMegabytes <= MemoryBar;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{length,4:0} s {film.CpuSeconds,7:0.0} {film.CpuSeconds / length,16:0.00} {film.PeakMegabytes,9:0} {film.WallSeconds,8:0.0} {encode,20:0.0} {film.CpuSeconds / encode,7:0.00}"));
        }

        Console.WriteLine(within ? $"within {CpuBar} CPU s a second and {MemoryBar} MB" : $"ABOVE {CpuBar} CPU s a second or {MemoryBar} MB");
        return within ? 0 : 1;
    }
}
