using System.Globalization;
using Rushes.Film;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>
/// Develops people's pictures by ffmpeg: upright, cut, in the size in which they will be shown, so that the camera need not make them much smaller
/// afterwards.
/// </summary>
internal sealed class PhotoLab(MediaPrograms programs)
{
    /// <summary>Shrinking by more than this is averaged, which is as good there and much cheaper.</summary>
    private const double AreaFrom = 2.5;

    /// <summary>A jpeg can be decoded at a half, a quarter or an eighth of its size.</summary>
    private const int MostHalvings = 3;

    /// <param name="part">What of it is needed.</param>
    /// <param name="width">Pixels to make of the part.</param>
    /// <param name="height">Pixels to make of the part.</param>
    /// <returns>Premultiplied.</returns>
    /// <exception cref="MistakeException">The file is missing or broken.</exception>
    public async Task<Surface> DevelopAsync(PhotoFile photo, PhotoPart part, int width, int height, CancellationToken cancellation)
    {
        var still = photo.Animated ? FirstPicture.Of(await File.ReadAllBytesAsync(photo.Path, cancellation)) ?? throw PhotoReader.Broken(photo.Path) : null;
        var surface = new Surface(width, height);
        try
        {
            var isFull = false;
            var call = new MediaCall
            {
                Arguments = Arguments(photo, part, width, height, still),
                Feed = still is null ? null : (input, stop) => input.WriteAsync(still.Webp, stop).AsTask(),
                Read = async (output, stop) => isFull = await SurfaceFeed.TryFillAsync(surface, output, stop),
            };
            var result = await programs.FfmpegAsync(call, cancellation);
            if (!result.Succeeded || !isFull)
                throw PhotoReader.Broken(photo.Path);
            return surface;
        }
        catch
        {
            surface.Dispose();
            throw;
        }
    }

    internal static IReadOnlyList<string> Arguments(PhotoFile photo, PhotoPart part, int width, int height, FirstPicture? first)
    {
        var stored = part.Stored(photo.Turn);
        var (wide, high) = photo.IsTurnedOnItsSide ? (height, width) : (width, height);
        var smaller = Math.Min(photo.StoredWidth * stored.Width / wide, photo.StoredHeight * stored.Height / high);
        var halvings = photo.Kind == PhotoKind.Jpeg ? Math.Clamp((int)Math.Floor(Math.Log2(Math.Max(1, smaller / 1.5))), 0, MostHalvings) : 0;
        string[] lower = halvings > 0 ? ["-lowres", Text(halvings)] : [];
        List<string> filters = [];
        if (photo.MayShowThrough)
        {
            // Colours of transparent pixels are arbitrary: they must not bleed into their neighbours.
            filters.AddRange(["format=gbrap", "premultiply=inplace=1"]);
        }

        if (first is not null)
            filters.Add($"pad=w={photo.StoredWidth}:h={photo.StoredHeight}:x={first.Left}:y={first.Top}:color=black@0");
        if (stored != PhotoPart.Whole)
            filters.Add($"crop=w=iw*{Text(stored.Width)}:h=ih*{Text(stored.Height)}:x=iw*{Text(stored.Left)}:y=ih*{Text(stored.Top)}:exact=1");
        var method = smaller / (1 << halvings) > AreaFrom ? "area" : "lanczos";
        filters.Add($"scale=w={wide}:h={high}:flags={method}+accurate_rnd+full_chroma_int+full_chroma_inp");
        filters.AddRange(Turned(photo.Turn));
        filters.Add("format=rgba");
        return
        [
            // Whether ffmpeg turns stills by itself depends on its version; here it never does.
            "-noautorotate", .. lower, "-f", Format(photo.Kind), "-i", first is not null ? "pipe:0" : $"file:{photo.Path}",
            "-frames:v", "1", "-vf", string.Join(',', filters), "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
        ];
    }

    private static string Format(PhotoKind kind) => kind switch
    {
        PhotoKind.Png => "png_pipe",
        PhotoKind.WebP => "webp_pipe",
        _ => "jpeg_pipe",
    };

    private static string[] Turned(PhotoTurn turn) => turn switch
    {
        PhotoTurn.MirrorSideways => ["hflip"],
        PhotoTurn.HalfTurn => ["hflip", "vflip"],
        PhotoTurn.MirrorUpsideDown => ["vflip"],
        PhotoTurn.MirrorOnFallingDiagonal => ["transpose=cclock_flip"],
        PhotoTurn.TurnRight => ["transpose=clock"],
        PhotoTurn.MirrorOnRisingDiagonal => ["transpose=clock_flip"],
        PhotoTurn.TurnLeft => ["transpose=cclock"],
        _ => [],
    };

    private static string Text(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
