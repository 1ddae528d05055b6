using Rushes.Engine.Shooting;
using Rushes.Providers.Ffmpeg.Mp4;

namespace Rushes.Providers.Ffmpeg;

/// <summary>
/// Looks at a clip that just arrived: its boxes against its length, then its index, which is read here where it is that of H.264: every frame must lie in
/// the file. Ten clips that arrive together would keep ten probes waiting for each other. ffprobe judges all other files, and clips from elsewhere are decoded when they are cut.
/// </summary>
public sealed class ClipCheck(MediaPrograms programs) : IClipCheck
{
    public async Task<ClipVerdict> CheckAsync(string file, CancellationToken cancellation)
    {
        if (BoxWalk.Check(file) is { } cut)
            return new ClipVerdict.Broken(cut.Words);
        if (VideoTrack.Read(file) is { Frames: > 0, Width: > 0, Height: > 0, Timescale: > 0, Configuration.Length: > 0 })
            return new ClipVerdict.Good();
        var (_, fault) = await new MediaProbe(programs).LookAsync(file, cancellation);
        return fault is null ? new ClipVerdict.Good() : new ClipVerdict.Broken(fault.Words);
    }
}
