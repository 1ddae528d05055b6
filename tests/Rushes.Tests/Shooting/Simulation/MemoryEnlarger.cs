using Rushes.Engine.Shooting;

namespace Rushes.Tests.Shooting.Simulation;

/// <summary>Enlarges clips of the simulated disk: a larger clip has four times the bytes.</summary>
public sealed class MemoryEnlarger(TimeProvider time, MemoryFiles files) : IEnlarger
{
    public const int Times = 4;

    public string Method => "lanczos";

    /// <summary>How an enlargement ends; null is well.</summary>
    public Func<string, Enlargement?> OnEnlarge { get; set; } = _ => null;

    public async Task<Enlargement> EnlargeAsync(string clip, string part, int shortSide, CancellationToken cancellation)
    {
        if (OnEnlarge(clip) is { } end)
            return end;
        var bytes = files.Length(clip);
        if (bytes >= ScriptedProvider.ClipBytes * Times)
            return new Enlargement.NotNeeded();
        await Task.Delay(TimeSpan.FromSeconds(3), time, cancellation);
        files.Write(part, bytes * Times);
        return new Enlargement.Done(bytes * Times);
    }
}
