namespace Rushes.Providers.Animatic.Photos;

/// <summary>A part of a picture as a person sees it: edges from 0 to 1.</summary>
internal readonly record struct PhotoPart(double Left, double Top, double Width, double Height)
{
    public static PhotoPart Whole { get; } = new(0, 0, 1, 1);

    /// <summary>The largest part with the given proportions.</summary>
    /// <param name="proportion">Width by height of the picture.</param>
    /// <param name="wanted">Width by height of the part.</param>
    /// <param name="across">Where it lies when it is narrower than the picture: 0 left, 1 right.</param>
    /// <param name="down">Where it lies when it is lower than the picture: 0 at the top, 1 at the bottom.</param>
    public static PhotoPart Filling(double proportion, double wanted, double across = 0.5, double down = 0.5)
    {
        var width = Math.Min(1, wanted / proportion);
        var height = Math.Min(1, proportion / wanted);
        return new((1 - width) * across, (1 - height) * down, width, height);
    }

    /// <summary>The same part in the picture as it is stored.</summary>
    public PhotoPart Stored(PhotoTurn turn) => turn switch
    {
        PhotoTurn.MirrorSideways => new(1 - Left - Width, Top, Width, Height),
        PhotoTurn.HalfTurn => new(1 - Left - Width, 1 - Top - Height, Width, Height),
        PhotoTurn.MirrorUpsideDown => new(Left, 1 - Top - Height, Width, Height),
        PhotoTurn.MirrorOnFallingDiagonal => new(Top, Left, Height, Width),
        PhotoTurn.TurnRight => new(Top, 1 - Left - Width, Height, Width),
        PhotoTurn.MirrorOnRisingDiagonal => new(1 - Top - Height, 1 - Left - Width, Height, Width),
        PhotoTurn.TurnLeft => new(1 - Top - Height, Left, Height, Width),
        _ => this,
    };
}
