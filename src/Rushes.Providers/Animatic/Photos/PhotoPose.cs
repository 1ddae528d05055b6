namespace Rushes.Providers.Animatic.Photos;

/// <summary>Where a picture is at one moment: the frame's point that its middle lies on, and frame pixels a picture pixel.</summary>
internal readonly record struct PhotoPose(double X, double Y, double Scale)
{
    /// <summary>Between two poses; the size changes evenly to the eye.</summary>
    public static PhotoPose Between(PhotoPose start, PhotoPose end, double share) => new(
        start.X + (end.X - start.X) * share,
        start.Y + (end.Y - start.Y) * share,
        start.Scale * Math.Pow(end.Scale / start.Scale, share));
}
