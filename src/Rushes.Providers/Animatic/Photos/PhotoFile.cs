namespace Rushes.Providers.Animatic.Photos;

/// <summary>What a picture's file says of itself.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="StoredWidth">Pixels before it is turned upright.</param>
/// <param name="StoredHeight">Pixels before it is turned upright.</param>
/// <param name="MayShowThrough">It has, or may have, transparent pixels.</param>
/// <param name="Animated">It holds several pictures, of which the first one counts.</param>
internal sealed record PhotoFile(string Path, PhotoKind Kind, int StoredWidth, int StoredHeight, PhotoTurn Turn, bool MayShowThrough, bool Animated)
{
    public bool IsTurnedOnItsSide => Turn >= PhotoTurn.MirrorOnFallingDiagonal;

    /// <summary>Pixels as a person sees it.</summary>
    public int Width => IsTurnedOnItsSide ? StoredHeight : StoredWidth;

    /// <summary>Pixels as a person sees it.</summary>
    public int Height => IsTurnedOnItsSide ? StoredWidth : StoredHeight;

    /// <summary>Width by height.</summary>
    public double Proportion => (double)Width / Height;
}
