using Rushes.Engine.Shooting;

namespace Rushes.Providers.Ffmpeg;

/// <summary>Looks at a clip that just arrived: its boxes against its length, then what ffprobe says of its streams.</summary>
public sealed class ClipCheck(MediaPrograms programs) : IClipCheck
{
    public async Task<ClipVerdict> CheckAsync(string file, CancellationToken cancellation)
    {
        var (_, fault) = await new MediaProbe(programs).LookAsync(file, cancellation);
        return fault is null ? new ClipVerdict.Good() : new ClipVerdict.Broken(fault.Words);
    }
}
