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
        var pictures = new List<CaptionPicture>(sheet.Pages.Count);
        var call = new MediaCall
        {
            Arguments =
            [
                "-f", "lavfi", "-i", string.Create(CultureInfo.InvariantCulture, $"color=c=black@0:s={sheet.Size}:r=1:d={sheet.Pages.Count},format=rgba"),
                "-vf", $"{papers.WriteLetters(AssWriter.Stills(sheet), sheet.Fonts)}:alpha=1",
                "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
            ],
            Read = (frames, stop) => ReadAsync(frames, sheet, pictures, stop),
        };
        (await programs.FfmpegAsync(call, cancellation)).OrThrow("drawing captions");
        return pictures;
    }

    private static async Task ReadAsync(Stream frames, CaptionSheet sheet, List<CaptionPicture> pictures, CancellationToken cancellation)
    {
        var frame = new byte[sheet.Size.Width * sheet.Size.Height * 4];
        for (var page = 0; page < sheet.Pages.Count; page++)
        {
            await frames.ReadExactlyAsync(frame, cancellation);
            pictures.Add(Cut(frame, sheet, page));
        }
    }

    private static CaptionPicture Cut(byte[] frame, CaptionSheet sheet, int page)
    {
        var box = sheet.Bounds(page);
        var rgba = new byte[box.Width * box.Height * 4];
        for (var row = 0; row < box.Height; row++)
            frame.AsSpan(((box.Y + row) * sheet.Size.Width + box.X) * 4, box.Width * 4).CopyTo(rgba.AsSpan(row * box.Width * 4));
        return new CaptionPicture(sheet.Pages[page], box, rgba);
    }
}
