namespace Rushes.Engine.Shooting;

/// <summary>Where the last frame of a clip lies that the next scene starts from.</summary>
public static class ChainedFrame
{
    private const string Ending = ".last.png";

    /// <summary>The picture beside a clip; it may have to be taken from it yet.</summary>
    public static string Beside(string clip) => Path.ChangeExtension(clip, Ending);

    /// <summary>The clip that a picture is the last frame of.</summary>
    public static string ClipOf(string frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return frame[..^Ending.Length] + ".mp4";
    }
}
