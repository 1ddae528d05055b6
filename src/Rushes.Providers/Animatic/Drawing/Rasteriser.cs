using System.Globalization;
using System.Text;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>
/// Draws sheets by ffmpeg's librsvg decoder, two at a time at most: each holds some 90 MB while it works. What was drawn once comes from the store.
/// </summary>
internal sealed class Rasteriser(MediaPrograms programs, LayerStore store) : IDisposable
{
    private const int AtOnce = 2;
    private readonly SemaphoreSlim _slots = new(Math.Clamp(Environment.ProcessorCount, 1, AtOnce));

    /// <summary>One result a cut, in order; null where nothing is visible.</summary>
    /// <exception cref="MediaException">ffmpeg could not draw the sheet.</exception>
    public async Task<IReadOnlyList<Developed?>> DrawAsync(DrawOrder order, CancellationToken cancellation)
    {
        var digest = order.Digest();
        if (store.Find(digest, order.Cuts.Count) is { } kept)
            return kept;
        await _slots.WaitAsync(cancellation);
        try
        {
            using var sheet = await RasteriseAsync(order, cancellation);
            sheet.EnsurePremultiplied();
            var developed = order.Cuts.Select(cut => Develop(sheet, cut, order.Look)).ToList();
            store.Keep(digest, developed);
            return developed;
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();

    private static Developed? Develop(Surface sheet, SheetCut cut, Look look)
    {
        var part = sheet.Part(cut.Box);
        return cut.Exact is { } exact ? Developer.DevelopExactly(part, exact, look) : Developer.Develop(part, look);
    }

    private async Task<Surface> RasteriseAsync(DrawOrder order, CancellationToken cancellation)
    {
        var svg = Encoding.UTF8.GetBytes(order.Svg);
        var surface = new Surface(order.Width, order.Height);
        try
        {
            var filled = 0L;
            var call = new MediaCall
            {
                // Told the length, ffmpeg takes the document from a pipe as one picture; otherwise it would cut it into pieces.
                Arguments =
                [
                    "-f", "svg_pipe", "-frame_size", svg.Length.ToString(CultureInfo.InvariantCulture), "-i", "pipe:0",
                    "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
                ],
                Feed = (input, stop) => input.WriteAsync(svg, stop).AsTask(),
                Read = async (output, stop) => filled = await SurfaceFeed.ReadAsync(surface, output, stop),
            };
            var result = await programs.FfmpegAsync(call, cancellation);
            if (!result.Succeeded || filled != 4L * order.Width * order.Height)
                throw new MediaException("drawing a layer", result.Complaint);
            return surface;
        }
        catch
        {
            surface.Dispose();
            throw;
        }
    }
}
