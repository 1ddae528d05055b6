using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>Makes the layers of a planned clip from its picture.</summary>
internal sealed class PhotoPrinter(PhotoLab lab)
{
    /// <summary>Pixels in reserve for the camera, as a factor.</summary>
    private const double Reserve = 1.15;

    private const double MostPixels = 16e6;

    // Parts of the frame's shorter side.
    private const double Corner = 0.022;
    private const double Softness = 0.022;
    private const double Fall = 0.012;

    /// <summary>Transparent pixels around a picture that ends inside the frame: its edges move smoothly.</summary>
    private const int Border = 2;

    /// <returns>From back to front.</returns>
    public async Task<IReadOnlyList<IStageLayer>> PrintAsync(PhotoFile photo, PhotoPlan plan, CancellationToken cancellation)
    {
        var pixels = Pixels(photo, plan.Enlargement);
        var (width, height) = (Even(photo.Width * pixels), Even(photo.Height * pixels));
        using var picture = await lab.DevelopAsync(photo, PhotoPart.Whole, width, height, cancellation);
        var unit = Math.Min(plan.Size.Width, plan.Size.Height);
        List<IStageLayer> layers = [];
        if (plan.Fit == PhotoFit.Fills)
            return [Moving(Bordered(picture, 0), photo, plan, 0)];
        var ground = plan.Fit == PhotoFit.CutOut ? Backdrop.Paper(picture, plan.Size) : Backdrop.Enlarged(picture, plan.Size);
        layers.Add(new PrintLayer(ground, time => Backdrop.At(ground, plan, plan.Along(time))));
        if (plan.Fit == PhotoFit.Stands)
            PrintEdge.Apply(picture, IsInside(photo, plan) ? Corner * unit * pixels / plan.Enlargement : 0, 1.5 * pixels / plan.Enlargement);
        layers.Add(Moving(SoftShadow.Of(picture, Softness * unit * pixels / plan.Enlargement, plan.Fit == PhotoFit.CutOut ? 0.4 : 0.55), photo, plan, Fall * unit));
        layers.Add(Moving(Bordered(picture, Border), photo, plan, 0));
        return layers;
    }

    private static PrintLayer Moving(Print print, PhotoFile photo, PhotoPlan plan, double fall) => new(print, time =>
    {
        var pose = plan.At(time);
        var (width, height) = (photo.Width * pose.Scale, photo.Height * pose.Scale);
        return print.Fill(pose.X - width / 2, pose.Y - height / 2 + fall, width, height);
    });

    /// <summary>Print pixels a picture pixel: with a little reserve where the picture has it.</summary>
    private static double Pixels(PhotoFile photo, double enlargement)
    {
        var wanted = enlargement >= 1 ? enlargement : Math.Min(1, enlargement * Reserve);
        return Math.Min(wanted, Math.Sqrt(MostPixels / ((double)photo.Width * photo.Height)));
    }

    /// <summary>All four edges are seen all the time.</summary>
    private static bool IsInside(PhotoFile photo, PhotoPlan plan) =>
        photo.Width * plan.Enlargement < plan.Size.Width * 0.98 && photo.Height * plan.Enlargement < plan.Size.Height * 0.98;

    private static Print Bordered(Surface picture, int border)
    {
        using var sheet = new Surface(picture.Width + 2 * border, picture.Height + 2 * border);
        if (border > 0)
            sheet.Clear();
        for (var y = 0; y < picture.Height; y++)
            picture.Row(y).CopyTo(sheet.Row(y + border)[(border * 4)..]);
        return new Print(Developer.DevelopExactly(sheet, new PixelBox(0, 0, sheet.Width, sheet.Height), Look.Plain).Raster, picture.Width, picture.Height);
    }

    private static int Even(double length) => Math.Max(2, (int)Math.Round(length / 2) * 2);
}
