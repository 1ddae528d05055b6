using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Png;
using MetadataExtractor.Formats.WebP;
using Rushes.Film;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>Reads the headers of pictures.</summary>
internal static class PhotoReader
{
    private static readonly int[] PngColoursWithAlpha = [4, 6];

    /// <exception cref="MistakeException">The file is missing, or no jpeg, png or webp.</exception>
    public static PhotoFile Read(string path)
    {
        if (!File.Exists(path))
            throw Mistake.Input("project.picture-missing", path, path).AsException();
        try
        {
            return Read(path, ImageMetadataReader.ReadMetadata(path)) ?? throw Broken(path);
        }
        catch (Exception unreadable) when (unreadable is ImageProcessingException or IOException or MetadataException or ArgumentException)
        {
            throw Broken(path);
        }
    }

    public static MistakeException Broken(string path) => Mistake.Input("project.picture-broken", path, path).AsException();

    private static PhotoFile? Read(string path, IReadOnlyList<MetadataExtractor.Directory> directories)
    {
        var turn = directories.OfType<ExifIfd0Directory>().Select(Turn).FirstOrDefault(turn => turn is not null) ?? PhotoTurn.None;
        foreach (var directory in directories)
        {
            var photo = directory switch
            {
                JpegDirectory jpeg => Sized(jpeg, PhotoKind.Jpeg, JpegDirectory.TagImageWidth, JpegDirectory.TagImageHeight),
                PngDirectory png when png.ContainsTag(PngDirectory.TagColorType) =>
                    Sized(png, PhotoKind.Png, PngDirectory.TagImageWidth, PngDirectory.TagImageHeight) is { } sized
                        ? sized with { MayShowThrough = ShowsThrough(png, directories) }
                        : null,
                WebPDirectory webp => Sized(webp, PhotoKind.WebP, WebPDirectory.TagImageWidth, WebPDirectory.TagImageHeight) is { } sized
                    ? Transparent(sized with { Animated = webp.TryGetBoolean(WebPDirectory.TagIsAnimation, out var moves) && moves }, webp)
                    : null,
                _ => null,
            };
            if (photo is not null)
                return photo with { Path = path, Turn = turn };
        }

        return null;
    }

    private static PhotoFile? Sized(MetadataExtractor.Directory directory, PhotoKind kind, int width, int height) =>
        directory.TryGetInt32(width, out var wide) && directory.TryGetInt32(height, out var high) && wide > 0 && high > 0
            ? new PhotoFile("", kind, wide, high, PhotoTurn.None, MayShowThrough: false, Animated: false)
            : null;

    /// <summary>The lossless form says only among its pixels whether it has alpha, and a frame of an animation need not cover the whole picture.</summary>
    private static PhotoFile Transparent(PhotoFile sized, WebPDirectory webp) =>
        sized with { MayShowThrough = sized.Animated || !webp.TryGetBoolean(WebPDirectory.TagHasAlpha, out var alpha) || alpha };

    private static bool ShowsThrough(PngDirectory png, IReadOnlyList<MetadataExtractor.Directory> directories) =>
        (png.TryGetInt32(PngDirectory.TagColorType, out var colours) && PngColoursWithAlpha.Contains(colours))
        || directories.OfType<PngDirectory>().Any(chunk => chunk.ContainsTag(PngDirectory.TagPaletteHasTransparency));

    private static PhotoTurn? Turn(ExifIfd0Directory exif) =>
        exif.TryGetInt32(ExifDirectoryBase.TagOrientation, out var turn) && turn is >= 1 and <= 8 ? (PhotoTurn)turn : null;
}
