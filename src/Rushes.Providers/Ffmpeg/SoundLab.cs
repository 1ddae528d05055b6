using System.Globalization;
using System.Text.RegularExpressions;
using Rushes.Engine.Cutting;
using Rushes.Engine.Cutting.Sounds;
using Rushes.Film;

namespace Rushes.Providers.Ffmpeg;

/// <summary>Decodes and codes sound with ffmpeg.</summary>
public sealed partial class SoundLab(MediaPrograms programs) : ISoundLab
{
    private static readonly string Rate = Pcm.Rate.ToString(CultureInfo.InvariantCulture);

    public async Task DecodeAsync(string file, string pcm, CancellationToken cancellation)
    {
        string[] arguments = [.. SoundFiles.From(file), "-af", $"aresample={Rate}", "-ac", "2", "-c:a", "pcm_s16le", "-f", "s16le", pcm];
        if (!File.Exists(file) || !(await programs.FfmpegAsync(new MediaCall { Arguments = arguments }, cancellation)).Succeeded || new FileInfo(pcm).Length == 0)
            throw Mistake.Input("cut.music-unreadable", file, file).AsException();
    }

    public async Task EncodeAsync(Func<Stream, CancellationToken, Task> samples, string file, CancellationToken cancellation)
    {
        var call = new MediaCall
        {
            Arguments = ["-f", "s16le", "-ar", Rate, "-ac", "2", "-i", "pipe:0", "-c:a", "aac", "-b:a", "192k", "-f", "mp4", file],
            Feed = samples,
        };
        (await programs.FfmpegAsync(call, cancellation)).OrThrow("coding the sound");
    }

    public async Task<(double Loudness, double TruePeak)> MeasureAsync(string file, CancellationToken cancellation)
    {
        string[] arguments = ["-loglevel", "info", "-i", file, "-map", "0:a:0", "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-"];
        var said = (await programs.FfmpegAsync(new MediaCall { Arguments = arguments }, cancellation)).OrThrow("measuring the sound").Complaint;
        return (Read(Integrated().Match(said)), Read(Peak().Match(said)));
    }

    private static double Read(Match match) =>
        match.Success && double.TryParse(match.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NegativeInfinity;

    [GeneratedRegex(@"I:\s+(?<value>-?[\d.]+) LUFS", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Integrated();

    [GeneratedRegex(@"Peak:\s+(?<value>-?[\d.]+) dBFS", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Peak();
}
