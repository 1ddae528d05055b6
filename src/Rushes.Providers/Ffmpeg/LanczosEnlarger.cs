using System.Globalization;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;

namespace Rushes.Providers.Ffmpeg;

/// <summary>Enlarges clips with ffmpeg's lanczos scaler; the sound is copied. At most one encode per two cores runs on this machine.</summary>
public sealed class LanczosEnlarger(MediaPrograms programs) : IEnlarger
{
    public string Method => "lanczos";

    public async Task<Enlargement> EnlargeAsync(string clip, string part, int shortSide, CancellationToken cancellation)
    {
        var (footage, fault) = await new MediaProbe(programs).LookAsync(clip, cancellation);
        if (footage is null)
            return new Enlargement.Failed(fault!.Words);
        var (width, height) = (footage.Size.Width, footage.Size.Height);
        if (Math.Min(width, height) >= shortSide)
            return new Enlargement.NotNeeded();
        var scale = (double)shortSide / Math.Min(width, height);
        await programs.Encodes.WaitAsync(cancellation);
        try
        {
            var made = await programs.FfmpegAsync(new MediaCall { Arguments = Arguments(clip, part, Even(width * scale), Even(height * scale)) }, cancellation);
            if (FullDisk.IsSaidIn(made.Complaint))
                throw FullDisk.Mistake.AsException();
            return made.Succeeded ? new Enlargement.Done(new FileInfo(part).Length) : new Enlargement.Failed(MediaProbe.LastLine(made.Complaint));
        }
        finally
        {
            programs.Encodes.Release();
        }
    }

    private static IReadOnlyList<string> Arguments(string clip, string part, int width, int height) =>
    [
        "-i", clip, "-map", "0:v:0", "-map", "0:a?",
        "-vf", string.Create(CultureInfo.InvariantCulture, $"scale={width}:{height}:flags=lanczos+accurate_rnd,setsar=1"),
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "17", "-threads", "2", "-c:a", "copy", "-movflags", "+faststart", "-f", "mp4", part,
    ];

    private static int Even(double pixels) => (int)Math.Round(pixels / 2, MidpointRounding.AwayFromZero) * 2;
}
