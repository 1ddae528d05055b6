using System.Security.Cryptography;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;

namespace Rushes.Providers.Ffmpeg;

/// <summary>The last frames of clips as PNG beside them, taken by ffmpeg.</summary>
public sealed class LastFrames(MediaPrograms programs) : ILastFrames
{
    /// <summary>Seconds before the end from which frames are read; a clip that is shorter is read from its start.</summary>
    private static readonly string[] Tails = ["-1.5", "-600"];

    public async Task<string?> TakeAsync(string frame, CancellationToken cancellation)
    {
        var clip = ChainedFrame.ClipOf(frame);
        if (!File.Exists(frame) && !(File.Exists(clip) && await TakeAsync(clip, frame, cancellation)))
            return null;
        await using var file = File.OpenRead(frame);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }

    /// <summary>Every frame of the clip's end is written over the one before, so that the last one stays.</summary>
    private async Task<bool> TakeAsync(string clip, string frame, CancellationToken cancellation)
    {
        var part = HalfFile.Beside(frame);
        try
        {
            foreach (var tail in Tails)
            {
                var call = new MediaCall { Arguments = ["-sseof", tail, "-i", clip, "-map", "0:v:0", "-c:v", "png", "-f", "image2", "-update", "1", part] };
                if ((await programs.FfmpegAsync(call, cancellation)).Succeeded && new FileInfo(part) is { Exists: true, Length: > 0 })
                {
                    File.Move(part, frame, overwrite: true);
                    return true;
                }
            }

            return false;
        }
        finally
        {
            File.Delete(part);
        }
    }
}
