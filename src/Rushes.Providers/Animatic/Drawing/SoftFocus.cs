namespace Rushes.Providers.Animatic.Drawing;

/// <summary>Blurs a surface: three running means along each direction come close to a Gaussian, at a cost that does not grow with the radius.</summary>
internal static unsafe class SoftFocus
{
    private const int Passes = 3;

    /// <param name="radius">Pixels, the standard deviation.</param>
    public static void Apply(Surface surface, double radius)
    {
        // Three boxes of width w have the variance (w^2 - 1) / 4.
        var reach = (int)Math.Max(1, Math.Round((Math.Sqrt(4 * radius * radius + 1) - 1) / 2));
        var longest = Math.Max(surface.Width, surface.Height) * 4;
        var line = new byte[longest];
        var other = new byte[longest];
        for (var y = 0; y < surface.Height; y++)
        {
            var row = surface.Row(y);
            row.CopyTo(line);
            Smooth(ref line, ref other, surface.Width, reach);
            line.AsSpan(0, row.Length).CopyTo(row);
        }

        for (var x = 0; x < surface.Width; x++)
        {
            for (var y = 0; y < surface.Height; y++)
                surface.Row(y).Slice(x * 4, 4).CopyTo(line.AsSpan(y * 4));
            Smooth(ref line, ref other, surface.Height, reach);
            for (var y = 0; y < surface.Height; y++)
                line.AsSpan(y * 4, 4).CopyTo(surface.Row(y)[(x * 4)..]);
        }
    }

    private static void Smooth(ref byte[] line, ref byte[] other, int count, int reach)
    {
        for (var pass = 0; pass < Passes; pass++)
        {
            fixed (byte* from = line)
            fixed (byte* to = other)
                Mean(from, to, count, reach);
            (line, other) = (other, line);
        }
    }

    private static void Mean(byte* from, byte* to, int count, int reach)
    {
        var width = reach * 2 + 1;
        var scale = ((1 << 24) + width - 1) / width;
        for (var channel = 0; channel < 4; channel++)
        {
            var sum = from[channel] * reach;
            for (var index = 0; index < reach; index++)
                sum += from[Math.Min(index, count - 1) * 4 + channel];
            for (var index = 0; index < count; index++)
            {
                sum += from[Math.Min(index + reach, count - 1) * 4 + channel];
                to[index * 4 + channel] = (byte)((long)sum * scale >> 24);
                sum -= from[Math.Max(index - reach, 0) * 4 + channel];
            }
        }
    }
}
