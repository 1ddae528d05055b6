namespace Rushes.Providers.Animatic.Drawing;

/// <summary>Lights the edge of a figure that faces a light: where the figure is, but the figure moved away from the light is not.</summary>
internal static class RimPainter
{
    private const int Softness = 3;

    /// <summary>Grades a surface in place.</summary>
    public static void Grade(Surface surface, Grade grade)
    {
        for (var y = 0; y < surface.Height; y++)
        {
            var row = surface.Row(y);
            for (var x = 0; x < row.Length; x += 4)
            {
                if (row[x + 3] == 0)
                    continue;
                var (red, green, blue, alpha) = (row[x], row[x + 1], row[x + 2], row[x + 3]);
                row[x] = Channel(grade.Red, red, green, blue, alpha);
                row[x + 1] = Channel(grade.Green, red, green, blue, alpha);
                row[x + 2] = Channel(grade.Blue, red, green, blue, alpha);
            }
        }
    }

    public static void Paint(Surface surface, RimLight rim)
    {
        var length = Math.Max(1e-6, Math.Sqrt(rim.FromX * rim.FromX + rim.FromY * rim.FromY));
        var alpha = AlphaOf(surface);
        Span<(int X, int Y)> steps = stackalloc (int, int)[Softness];
        for (var step = 0; step < Softness; step++)
        {
            var reach = rim.Width * (step + 1) / Softness / length;
            steps[step] = ((int)Math.Round(rim.FromX * reach), (int)Math.Round(rim.FromY * reach));
        }

        for (var y = 0; y < surface.Height; y++)
        {
            var row = surface.Row(y);
            for (var x = 0; x < surface.Width; x++)
            {
                var here = row[x * 4 + 3];
                if (here == 0)
                    continue;
                var open = 0;
                foreach (var (dx, dy) in steps)
                    open += Math.Max(0, here - At(alpha, surface.Width, surface.Height, x + dx, y + dy));
                if (open > 0)
                    Light(row.Slice(x * 4, 4), rim, (double)open / (Softness * 255));
            }
        }
    }

    private static byte Channel(GradeRow row, byte red, byte green, byte blue, byte alpha) =>
        (byte)(Math.Clamp(row.Red * red + row.Green * green + row.Blue * blue + row.Constant * alpha, 0, alpha) + 0.5);

    private static void Light(Span<byte> pixel, RimLight rim, double open)
    {
        var share = rim.Strength * open;
        pixel[0] = Lit(pixel[0], rim.Color.Red, pixel[3], share);
        pixel[1] = Lit(pixel[1], rim.Color.Green, pixel[3], share);
        pixel[2] = Lit(pixel[2], rim.Color.Blue, pixel[3], share);
    }

    private static byte Lit(byte channel, double light, byte alpha, double share) => (byte)Math.Min(alpha, channel + (light * alpha - channel) * share + 0.5);

    private static byte[] AlphaOf(Surface surface)
    {
        var alpha = GC.AllocateUninitializedArray<byte>(surface.Width * surface.Height);
        for (var y = 0; y < surface.Height; y++)
        {
            var row = surface.Row(y);
            for (var x = 0; x < surface.Width; x++)
                alpha[y * surface.Width + x] = row[x * 4 + 3];
        }

        return alpha;
    }

    private static int At(byte[] alpha, int width, int height, int x, int y) =>
        alpha[Math.Clamp(y, 0, height - 1) * width + Math.Clamp(x, 0, width - 1)];
}
