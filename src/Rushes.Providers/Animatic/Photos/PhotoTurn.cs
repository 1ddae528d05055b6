namespace Rushes.Providers.Animatic.Photos;

/// <summary>How a camera was held (Exif 2.32, tag 0x0112): what is done to the stored picture before a person sees it upright.</summary>
internal enum PhotoTurn
{
    None = 1,
    MirrorSideways = 2,
    HalfTurn = 3,
    MirrorUpsideDown = 4,
    MirrorOnFallingDiagonal = 5,
    TurnRight = 6,
    MirrorOnRisingDiagonal = 7,
    TurnLeft = 8,
}
