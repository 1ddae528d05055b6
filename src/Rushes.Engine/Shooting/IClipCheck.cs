namespace Rushes.Engine.Shooting;

/// <summary>Looks at a file that just arrived: a walk over its boxes against its length, then what a probe says of its streams.</summary>
public interface IClipCheck
{
    /// <param name="file">Absolute path; its name need not end in <c>.mp4</c>.</param>
    Task<ClipVerdict> CheckAsync(string file, CancellationToken cancellation);
}
