using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>Rounds the corners of a premultiplied picture and lays a hair of light along its edge, which parts it from a ground of its own colours.</summary>
internal static class PrintEdge
{
    private const double Light = 0.22;

    /// <param name="radius">Pixels of the corners.</param>
    /// <param name="line">Pixels of the light; 0 has none.</param>
    public static void Apply(Surface surface, double radius, double line)
    {
        var reach = (int)Math.Ceiling(Math.Max(radius, line)) + 1;
        for (var y = 0; y < surface.Height; y++)
        {
            var row = surface.Row(y);
            var whole = y < reach || y >= surface.Height - reach;
            for (var x = 0; x < surface.Width; x++)
            {
                if (!whole && x == reach && surface.Width > 2 * reach)
                    x = surface.Width - reach;
                Touch(row.Slice(x * 4, 4), Inside(surface, radius, x + 0.5, y + 0.5), line);
            }
        }
    }

    /// <summary>How far inside the rounded outline a point lies, in pixels; less than 0 is outside.</summary>
    private static double Inside(Surface surface, double radius, double x, double y)
    {
        var (dx, dy) = (Math.Min(x, surface.Width - x), Math.Min(y, surface.Height - y));
        if (dx >= radius || dy >= radius)
            return Math.Min(dx, dy);
        return radius - Math.Sqrt((radius - dx) * (radius - dx) + (radius - dy) * (radius - dy));
    }

    private static void Touch(Span<byte> pixel, double inside, double line)
    {
        var covered = Math.Clamp(inside + 0.5, 0, 1);
        var lit = line <= 0 ? 0 : Light * Math.Clamp(line - inside + 0.5, 0, 1);
        if (covered == 1 && lit == 0)
            return;
        for (var channel = 0; channel < 3; channel++)
            pixel[channel] = (byte)Math.Round((pixel[channel] + (pixel[3] - pixel[channel]) * lit) * covered);
        pixel[3] = (byte)Math.Round(pixel[3] * covered);
    }
}
