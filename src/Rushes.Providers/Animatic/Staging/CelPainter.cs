using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Draws the cels of elements: only what the camera will see, at the sharpness that it will need.</summary>
internal sealed class CelPainter(Rasteriser rasteriser)
{
    /// <summary>Pixels that a sheet may have; beyond it becomes less sharp.</summary>
    private const double MostPixels = 20e6;

    /// <summary>Pixels around a face that its edge light reaches over.</summary>
    private const int FaceMargin = 16;

    /// <param name="seen">The part of the stage that the camera sees of this depth.</param>
    /// <param name="sharpness">Pixels a stage unit.</param>
    public async Task<CelRaster> PaintAsync(Element element, Cel cel, StageBox seen, double sharpness, CancellationToken cancellation)
    {
        if (Region(element, seen) is not { } region)
            return new CelRaster(null, 0, 0, 1, null);
        sharpness = Soften(element, sharpness, region);
        var (width, height) = (Even(region.Width * sharpness), Even(region.Height * sharpness));
        region = region with { Width = width / sharpness, Height = height / sharpness };
        var sheet = new FaceSheet(element, cel, region, sharpness, width, height, FaceMargin);
        var order = new DrawOrder(sheet.Svg(), sheet.Width, sheet.Height, LookOf(element, sharpness), sheet.Cuts);
        var lights = element.Lights is { } lit ? LightsAsync(lit, region, sharpness, width, height, cancellation) : Task.FromResult<Developed?>(null);
        var drawn = await rasteriser.DrawAsync(order, cancellation);
        var body = drawn[0] is { } under && await lights is { } over ? LayerMerge.Over(under, over) : drawn[0] ?? await lights;
        if (body is null)
        {
            foreach (var other in drawn)
                other?.Dispose();
            return new CelRaster(null, 0, 0, 1, null);
        }

        return new CelRaster(body.Raster, region.Left + body.Left / sharpness, region.Top + body.Top / sharpness, sharpness, sheet.Patches(drawn));
    }

    private async Task<Developed?> LightsAsync(Element lights, StageBox region, double sharpness, int width, int height, CancellationToken cancellation)
    {
        var sheet = new FaceSheet(lights, lights.Cels[0], region, sharpness, width, height, FaceMargin);
        return (await rasteriser.DrawAsync(new DrawOrder(sheet.Svg(), width, height, LookOf(lights, sharpness), sheet.Cuts), cancellation))[0];
    }

    internal static Look LookOf(Element element, double sharpness) => new()
    {
        Grade = element.Grade,
        Rim = element.Rim is { } rim ? rim with { Width = Math.Max(1.5, rim.Width * sharpness) } : null,
        Blur = element.Blur * sharpness,
        Body = element.Body,
        Opacity = element.Opacity,
    };

    private static StageBox? Region(Element element, StageBox seen)
    {
        var region = element.Box.Within(seen.Grown(element.Blur * 3));
        return element.Within is { } within ? region?.Within(within) : region;
    }

    /// <summary>What is soft anyway needs fewer pixels.</summary>
    internal static double Soften(Element element, double sharpness, StageBox region)
    {
        var blurred = element.Blur * sharpness;
        var part = blurred >= 14 ? 4 : blurred >= 5 || element.Soft ? 2 : 1;
        sharpness /= part;
        var pixels = region.Width * region.Height * sharpness * sharpness;
        return pixels <= MostPixels ? sharpness : sharpness * Math.Sqrt(MostPixels / pixels);
    }

    private static int Even(double length) => Math.Max(2, (int)Math.Ceiling(length / 2) * 2);
}
