using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>Makes one layer of two that always move together, so that every frame has less to do.</summary>
internal static unsafe class LayerMerge
{
    /// <summary>Lays one layer over another of the same sheet. Both are used up.</summary>
    public static Developed Over(Developed under, Developed over)
    {
        var left = Math.Min(under.Left, over.Left);
        var top = Math.Min(under.Top, over.Top);
        var right = Math.Max(under.Left + under.Raster.Width, over.Left + over.Raster.Width);
        var bottom = Math.Max(under.Top + under.Raster.Height, over.Top + over.Raster.Height);
        var whole = under;
        if (left < under.Left || top < under.Top || right > under.Left + under.Raster.Width || bottom > under.Top + under.Raster.Height)
        {
            whole = new Developed(new LayerRaster(right - left, bottom - top), left, top);
            whole.Raster.Bytes(0, (int)whole.Raster.Memory.Length).Clear();
            whole.Raster.Stamp(under.Raster, under.Left - left, under.Top - top);
            under.Dispose();
        }

        Blend(whole.Raster, over.Raster, over.Left - whole.Left, over.Top - whole.Top);
        over.Dispose();
        whole.Raster.Measure();
        return whole;
    }

    private static void Blend(LayerRaster under, LayerRaster over, int x, int y)
    {
        Blend(under.Luma, under.Width, over.Luma, over.Alpha, over.Width, over.Height, x, y);
        Blend(under.Alpha, under.Width, over.Alpha, over.Alpha, over.Width, over.Height, x, y);
        var (columns, rows) = (over.ChromaWidth, over.ChromaHeight);
        Blend(under.U, under.ChromaWidth, over.U, over.ChromaAlpha, columns, rows, x / 2, y / 2);
        Blend(under.V, under.ChromaWidth, over.V, over.ChromaAlpha, columns, rows, x / 2, y / 2);
        Blend(under.ChromaAlpha, under.ChromaWidth, over.ChromaAlpha, over.ChromaAlpha, columns, rows, x / 2, y / 2);
    }

    private static void Blend(byte* under, int stride, byte* over, byte* alpha, int width, int height, int x, int y)
    {
        for (var row = 0; row < height; row++)
        {
            var to = under + (long)(y + row) * stride + x;
            var from = (long)row * width;
            for (var column = 0; column < width; column++)
            {
                int light = over[from + column], hides = alpha[from + column];
                if (light != 0 || hides != 0)
                    to[column] = (byte)Math.Min(255, light + (to[column] * (255 - hides) + 127) / 255);
            }
        }
    }
}
