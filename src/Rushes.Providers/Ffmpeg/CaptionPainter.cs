using System.Globalization;
using Rushes.Engine.Cutting.Captions;

namespace Rushes.Providers.Ffmpeg;

/// <summary>Draws captions by libass, once each, for those who put them into pictures themselves.</summary>
public sealed class CaptionPainter(MediaPrograms programs)
{
    /// <returns>One picture a page of the sheet, in order.</returns>
    public async Task<IReadOnlyList<CaptionPicture>> PaintAsync(CaptionSheet sheet, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (sheet.Pages.Count == 0)
            return [];
        using var papers = new Papers();
        var band = Band(sheet);
        var pictures = new List<CaptionPicture>(sheet.Pages.Count);
        var call = new MediaCall
        {
            Arguments =
            [
                "-f", "lavfi", "-i", string.Create(CultureInfo.InvariantCulture, $"color=c=black@0:s={sheet.Size}:r=1:d={sheet.Pages.Count},format=rgba"),
                "-vf", string.Create(CultureInfo.InvariantCulture, $"{papers.WriteLetters(AssWriter.Stills(sheet), sheet.Fonts)}:alpha=1,crop={band.Width}:{band.Height}:{band.X}:{band.Y}"),
                "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
            ],
            Read = (frames, stop) => ReadAsync(frames, sheet, band, pictures, stop),
        };
        (await programs.FfmpegAsync(call, cancellation)).OrThrow("drawing captions");
        return pictures;
    }

    /// <summary>The part of the picture that some page needs: no more of it goes through the pipe.</summary>
    private static PixelBox Band(CaptionSheet sheet)
    {
        var pages = Enumerable.Range(0, sheet.Pages.Count).Select(sheet.Bounds).ToList();
        var (left, top) = (pages.Min(box => box.X), pages.Min(box => box.Y));
        return new PixelBox(left, top, pages.Max(box => box.Right) - left, pages.Max(box => box.Bottom) - top);
    }

    private static async Task ReadAsync(Stream frames, CaptionSheet sheet, PixelBox band, List<CaptionPicture> pictures, CancellationToken cancellation)
    {
        var frame = new byte[band.Width * band.Height * 4];
        for (var page = 0; page < sheet.Pages.Count; page++)
        {
            await frames.ReadExactlyAsync(frame, cancellation);
            pictures.Add(Cut(frame, band, sheet, page));
        }
    }

    private static CaptionPicture Cut(byte[] frame, PixelBox band, CaptionSheet sheet, int page)
    {
        var box = sheet.Bounds(page);
        var rgba = new byte[box.Width * box.Height * 4];
        for (var row = 0; row < box.Height; row++)
            frame.AsSpan(((box.Y - band.Y + row) * band.Width + box.X - band.X) * 4, box.Width * 4).CopyTo(rgba.AsSpan(row * box.Width * 4));
        return new CaptionPicture(sheet.Pages[page], box, rgba);
    }
}
