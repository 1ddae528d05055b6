namespace Rushes.Engine.Shooting;

/// <summary>What the clip check found.</summary>
public abstract record ClipVerdict
{
    private ClipVerdict()
    {
    }

    /// <summary>A whole file with a picture in it.</summary>
    public sealed record Good : ClipVerdict;

    /// <summary>Cut off, empty, or not a video at all: the download counts as failed.</summary>
    public sealed record Broken(string Reason) : ClipVerdict;
}
