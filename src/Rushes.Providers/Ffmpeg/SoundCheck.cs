using Rushes.Engine.Projects;
using Rushes.Film;

namespace Rushes.Providers.Ffmpeg;

/// <summary>Has ffmpeg decode the beginning of a sound file: what a name promises says nothing about what is in it.</summary>
public sealed class SoundCheck(MediaPrograms programs) : ISoundCheck
{
    private const string Seconds = "5";

    public async Task CheckAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            throw Mistake.Input("project.music-missing", "music", path).AsException();
        var heard = false;
        var call = new MediaCall
        {
            Arguments = [.. SoundFiles.From(path), "-t", Seconds, "-ac", "1", "-f", "s16le", "pipe:1"],
            Read = async (samples, stop) =>
            {
                var buffer = new byte[1 << 16];
                while (await samples.ReadAsync(buffer, stop) > 0)
                    heard = true;
            },
        };
        if (!(await programs.FfmpegAsync(call, cancellation)).Succeeded || !heard)
            throw Mistake.Input("cut.music-unreadable", "music", path).AsException();
    }
}
