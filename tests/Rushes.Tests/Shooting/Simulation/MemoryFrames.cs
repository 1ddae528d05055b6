using Rushes.Engine.Shooting;

namespace Rushes.Tests.Shooting.Simulation;

/// <summary>Last frames of clips on the simulated disk: a clip that is there and whole has one, whose digest is its own name.</summary>
public sealed class MemoryFrames(MemoryFiles files) : ILastFrames
{
    /// <summary>Frames that were taken, each time that one was.</summary>
    public List<string> Taken { get; } = [];

    public bool CanRead { get; set; } = true;

    public Task<string?> TakeAsync(string frame, CancellationToken cancellation)
    {
        if (!CanRead || !files.IsWhole(ChainedFrame.ClipOf(frame)))
            return Task.FromResult<string?>(null);
        Taken.Add(frame);
        return Task.FromResult<string?>("sha of " + Path.GetFileName(frame));
    }
}
