namespace Rushes.Engine.Shooting;

/// <summary>Takes the last frames of clips: what a chained scene starts from.</summary>
public interface ILastFrames
{
    /// <summary>Takes the last frame of a clip, unless it was taken already.</summary>
    /// <param name="frame">Of <see cref="ChainedFrame.Beside"/>.</param>
    /// <returns>The picture's SHA-256 in lower-case hexadecimal digits; null when the clip is gone or has no frame that can be read.</returns>
    Task<string?> TakeAsync(string frame, CancellationToken cancellation);
}
