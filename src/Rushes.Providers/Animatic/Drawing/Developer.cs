using System.Runtime.Intrinsics;
using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>Turns a rasterised drawing into a layer: light, edge, softness, then BT.709 planes cut to what is visible.</summary>
internal static unsafe class Developer
{
    /// <summary>Transparent pixels kept around what is visible.</summary>
    private const int Border = 2;

    /// <summary>Develops all of a surface that is visible; null when nothing is.</summary>
    public static Developed? Develop(Surface surface, Look look)
    {
        look = Prepare(surface, look);
        return surface.Ink() is { } ink ? Cut(surface, ink.Bordered(Border, surface.Width, surface.Height), look) : null;
    }

    /// <summary>Develops exactly one box of a surface, visible or not.</summary>
    public static Developed DevelopExactly(Surface surface, PixelBox box, Look look)
    {
        look = Prepare(surface, look);
        return Cut(surface, box, look);
    }

    private static Look Prepare(Surface surface, Look look)
    {
        if (look.Rim is { Strength: > 0 } rim)
        {
            // The edge has its own light, so the grade comes before it.
            RimPainter.Grade(surface, look.Grade);
            RimPainter.Paint(surface, rim);
            look = look with { Grade = Grade.None, Rim = null };
        }

        if (look.Blur > 0.3)
            SoftFocus.Apply(surface, look.Blur);
        return look;
    }

    private static Developed Cut(Surface surface, PixelBox box, Look look)
    {
        var raster = new LayerRaster(Math.Max(2, box.Width), Math.Max(2, box.Height));
        if (box.Width < 2 || box.Height < 2)
            raster.Bytes(0, (int)LayerRaster.BytesOf(raster.Width, raster.Height)).Clear();
        var planes = new PlaneWeights(look);
        for (var y = 0; y < box.Height; y++)
        {
            var row = surface.RowPointer(box.Top + y) + box.Left * 4L;
            Luma(row, box.Width, planes, raster.Luma + (long)y * raster.Width, raster.Alpha + (long)y * raster.Width);
        }

        for (var y = 0; y < (box.Height + 1) / 2; y++)
            Chroma(surface, box, y, planes, raster);
        raster.Measure();
        return new Developed(raster, box.Left, box.Top);
    }

    private static void Luma(byte* rgba, int width, PlaneWeights planes, byte* luma, byte* alpha)
    {
        var (red, green, blue, constant) = planes.Luma;
        var mask = Vector256.Create(255);
        var x = 0;
        for (; x + 8 <= width; x += 8)
        {
            var pixels = Vector256.Load((int*)(rgba + x * 4));
            var a = Vector256.ConvertToSingle(Vector256.ShiftRightLogical(pixels, 24));
            var y = Vector256.ConvertToSingle(pixels & mask) * red
                + Vector256.ConvertToSingle(Vector256.ShiftRightLogical(pixels, 8) & mask) * green
                + Vector256.ConvertToSingle(Vector256.ShiftRightLogical(pixels, 16) & mask) * blue
                + a * constant;
            y = Vector256.Min(Vector256.Max(y, a * planes.Least), a * planes.MostLuma);
            StoreEight(y, luma + x);
            StoreEight(a * planes.Body, alpha + x);
        }

        for (; x < width; x++)
        {
            var pixel = rgba + x * 4;
            var y = pixel[0] * red + pixel[1] * green + pixel[2] * blue + pixel[3] * constant;
            luma[x] = (byte)(Math.Clamp(y, pixel[3] * planes.Least, pixel[3] * planes.MostLuma) + 0.5f);
            alpha[x] = (byte)(pixel[3] * planes.Body + 0.5f);
        }
    }

    private static void StoreEight(Vector256<float> values, byte* to)
    {
        var whole = Vector256.ConvertToInt32(values + Vector256.Create(0.5f));
        var words = Vector128.Narrow(whole.GetLower(), whole.GetUpper());
        *(ulong*)to = Vector128.Narrow(words, words).AsUInt64().ToScalar();
    }

    private static void Chroma(Surface surface, PixelBox box, int y, PlaneWeights planes, LayerRaster raster)
    {
        var upper = surface.RowPointer(box.Top + y * 2) + box.Left * 4L;
        var lower = surface.RowPointer(box.Top + Math.Min(y * 2 + 1, box.Height - 1)) + box.Left * 4L;
        var at = (long)y * raster.ChromaWidth;
        var (uRed, uGreen, uBlue, uConstant) = planes.U;
        var (vRed, vGreen, vBlue, vConstant) = planes.V;
        for (var x = 0; x < (box.Width + 1) / 2; x++, at++)
        {
            var left = x * 8;
            var right = Math.Min(x * 2 + 1, box.Width - 1) * 4;
            float alpha = upper[left + 3] + upper[right + 3] + lower[left + 3] + lower[right + 3];
            if (alpha == 0)
            {
                raster.U[at] = raster.V[at] = raster.ChromaAlpha[at] = 0;
                continue;
            }

            float red = upper[left] + upper[right] + lower[left] + lower[right];
            float green = upper[left + 1] + upper[right + 1] + lower[left + 1] + lower[right + 1];
            float blue = upper[left + 2] + upper[right + 2] + lower[left + 2] + lower[right + 2];
            var least = alpha * planes.Least;
            var most = alpha * planes.MostChroma;
            raster.U[at] = (byte)(Math.Clamp(red * uRed + green * uGreen + blue * uBlue + alpha * uConstant, least, most) / 4 + 0.5f);
            raster.V[at] = (byte)(Math.Clamp(red * vRed + green * vGreen + blue * vBlue + alpha * vConstant, least, most) / 4 + 0.5f);
            raster.ChromaAlpha[at] = (byte)(alpha * planes.Body / 4 + 0.5f);
        }
    }
}
