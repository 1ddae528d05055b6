namespace Rushes.Providers.Animatic.Photos;

/// <summary>The formats that people's pictures come in, known by what is in the file, not by its name.</summary>
internal enum PhotoKind
{
    Jpeg,
    Png,
    WebP,
}
