namespace Rushes.Providers.Animatic.Photos;

/// <summary>How a picture sits in a frame.</summary>
internal enum PhotoFit
{
    /// <summary>It fills the frame; a little of it is beyond the edges.</summary>
    Fills,

    /// <summary>It stands, sharp and whole, before a blurred enlargement of itself.</summary>
    Stands,

    /// <summary>A thing on a transparent ground stands before paper.</summary>
    CutOut,
}
