using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>
/// Turns a layer about a point, which the compositor cannot: plane by plane, each pixel mixed of the four that it lies between. Planes are premultiplied, so
/// the same arithmetic serves them all.
/// </summary>
internal static unsafe class Turner
{
    private const int One = 256;

    /// <summary>Fills a raster with another one, turned.</summary>
    /// <param name="from">With a transparent border, so that its turned edges are smooth.</param>
    /// <param name="pivotX">The point of <paramref name="from"/> about which it turns, in pixel edges.</param>
    /// <param name="pivotY">The point of <paramref name="from"/> about which it turns, in pixel edges.</param>
    /// <param name="degrees">Clockwise.</param>
    /// <param name="into">Large enough; what it held is lost.</param>
    /// <param name="atX">Where the point lies in <paramref name="into"/>.</param>
    /// <param name="atY">Where the point lies in <paramref name="into"/>.</param>
    public static void Turn(LayerRaster from, double pivotX, double pivotY, double degrees, LayerRaster into, double atX, double atY)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var whole = new Way(sin, cos, pivotX, pivotY, atX, atY);
        var half = new Way(sin, cos, pivotX / 2, pivotY / 2, atX / 2, atY / 2);
        Plane(from.Luma, from.Width, from.Height, into.Luma, into.Width, into.Height, whole);
        Plane(from.Alpha, from.Width, from.Height, into.Alpha, into.Width, into.Height, whole);
        Plane(from.U, from.ChromaWidth, from.ChromaHeight, into.U, into.ChromaWidth, into.ChromaHeight, half);
        Plane(from.V, from.ChromaWidth, from.ChromaHeight, into.V, into.ChromaWidth, into.ChromaHeight, half);
        Plane(from.ChromaAlpha, from.ChromaWidth, from.ChromaHeight, into.ChromaAlpha, into.ChromaWidth, into.ChromaHeight, half);
        into.Measure();
    }

    /// <summary>How far from a point of a raster its farthest corner is.</summary>
    public static double Reach(double width, double height, double pivotX, double pivotY)
    {
        var (dx, dy) = (Math.Max(pivotX, width - pivotX), Math.Max(pivotY, height - pivotY));
        return Math.Sqrt(dx * dx + dy * dy);
    }

    private static void Plane(byte* from, int width, int height, byte* to, int columns, int rows, Way way)
    {
        for (var row = 0; row < rows; row++)
        {
            var line = new Span<byte>(to + (long)row * columns, columns);
            line.Clear();
            var (startX, startY) = way.Source(0.5, row + 0.5);
            var (first, last) = Inside(startX, way.Cos, width, 0, columns);
            (first, last) = Inside(startY, -way.Sin, height, first, last);
            for (var column = first; column < last; column++)
                line[column] = Sample(from, width, height, startX + way.Cos * column, startY - way.Sin * column);
        }
    }

    /// <summary>The columns whose source is no farther than a pixel outside.</summary>
    private static (int First, int Last) Inside(double start, double step, int length, int first, int last)
    {
        if (Math.Abs(step) < 1e-9)
            return start > -1 && start < length ? (first, last) : (first, first);
        var (one, other) = ((-1 - start) / step, (length - start) / step);
        first = Math.Max(first, (int)Math.Floor(Math.Min(one, other)) + 1);
        return (first, Math.Max(first, Math.Min(last, (int)Math.Ceiling(Math.Max(one, other)))));
    }

    private static byte Sample(byte* from, int width, int height, double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (right, lower) = ((int)((x - left) * One), (int)((y - top) * One));
        int upper, under;
        if (left >= 0 && top >= 0 && left + 1 < width && top + 1 < height)
        {
            var at = from + (long)top * width + left;
            upper = at[0] * (One - right) + at[1] * right;
            under = at[width] * (One - right) + at[width + 1] * right;
        }
        else
        {
            upper = At(from, width, height, left, top) * (One - right) + At(from, width, height, left + 1, top) * right;
            under = At(from, width, height, left, top + 1) * (One - right) + At(from, width, height, left + 1, top + 1) * right;
        }

        return (byte)((upper * (One - lower) + under * lower + One * One / 2) / (One * One));
    }

    private static int At(byte* from, int width, int height, int x, int y) => x < 0 || y < 0 || x >= width || y >= height ? 0 : from[(long)y * width + x];

    /// <summary>From a point of the turned plane, in pixel edges, to the index of the source pixel whose middle it is.</summary>
    private readonly record struct Way(double Sin, double Cos, double PivotX, double PivotY, double AtX, double AtY)
    {
        public (double X, double Y) Source(double x, double y)
        {
            var (dx, dy) = (x - AtX, y - AtY);
            return (PivotX + Cos * dx + Sin * dy - 0.5, PivotY - Sin * dx + Cos * dy - 0.5);
        }
    }
}
