using MetadataExtractor;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Png;
using MetadataExtractor.Formats.WebP;
using Rushes.Engine.Projects;
using Rushes.Film;

namespace Rushes.Providers.Ffmpeg;

/// <summary>Reads a picture's header for its kind and size, then has ffmpeg decode it once: a truncated file has a good header.</summary>
public sealed class PictureCheck(MediaPrograms programs) : IPictureCheck
{
    public async Task CheckAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            throw Mistake.Input("project.picture-missing", path, path).AsException();
        if (SizeOf(path) is not { Width: > 0, Height: > 0 } size)
            throw Broken(path);
        if (Math.Max(size.Width, size.Height) > IPictureCheck.LargestSide)
            throw Mistake.Input("project.picture-large", path, path, size.Width, size.Height, IPictureCheck.LargestSide).AsException();
        var decode = new MediaCall { Arguments = ["-xerror", "-err_detect", "explode", "-i", $"file:{path}", "-frames:v", "1", "-f", "null", "-"] };
        var result = await programs.FfmpegAsync(decode, cancellation);

        // A truncated jpeg decodes with a complaint, not with an error; and "EOI missing" is also said of flat pictures that miss nothing.
        if (!result.Succeeded || result.Complaint.Contains("overread", StringComparison.Ordinal) || !JpegEnd.IsThere(await File.ReadAllBytesAsync(path, cancellation)))
            throw Broken(path);
    }

    private static MistakeException Broken(string path) => Mistake.Input("project.picture-broken", path, path).AsException();

    private static (int Width, int Height)? SizeOf(string path)
    {
        try
        {
            foreach (var directory in ImageMetadataReader.ReadMetadata(path))
            {
                var (width, height) = directory switch
                {
                    JpegDirectory => (JpegDirectory.TagImageWidth, JpegDirectory.TagImageHeight),
                    PngDirectory => (PngDirectory.TagImageWidth, PngDirectory.TagImageHeight),
                    WebPDirectory => (WebPDirectory.TagImageWidth, WebPDirectory.TagImageHeight),
                    _ => (-1, -1),
                };
                if (width >= 0 && directory.TryGetInt32(width, out var wide) && directory.TryGetInt32(height, out var high))
                    return (wide, high);
            }

            return null;
        }
        catch (Exception unreadable) when (unreadable is ImageProcessingException or IOException or MetadataException or ArgumentException)
        {
            return null;
        }
    }
}
