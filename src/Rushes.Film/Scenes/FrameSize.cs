namespace Rushes.Film.Scenes;

/// <summary>Width and height of a picture in pixels; both even.</summary>
public readonly record struct FrameSize(int Width, int Height)
{
    public override string ToString() => FormattableString.Invariant($"{Width}x{Height}");
}
