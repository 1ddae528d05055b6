using Rushes.Providers.Animatic.Photos;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>A photo of the product, looked at once.</summary>
/// <param name="Ink">Where the thing is when it is cut out; null for a photo with a ground of its own.</param>
internal sealed record CardPhoto(PhotoFile File, PhotoPart? Ink)
{
    public bool IsCutOut => Ink is not null;

    /// <summary>What there is to see: the thing, or all of the photo.</summary>
    public PhotoPart Seen => Ink ?? PhotoPart.Whole;

    /// <summary>Width by height of what there is to see.</summary>
    public double Proportion => File.Proportion * Seen.Width / Seen.Height;
}
