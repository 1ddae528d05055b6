namespace Rushes.Providers.Animatic.Drawing;

/// <summary>Puts surfaces together before they become one layer.</summary>
internal static class SurfaceLay
{
    /// <summary>A surface of one colour.</summary>
    public static Surface Flat(int width, int height, Colour colour, double opacity = 1)
    {
        var surface = new Surface(width, height);
        Span<byte> pixel = [Channel(colour.Red), Channel(colour.Green), Channel(colour.Blue), Channel(1)];
        for (var y = 0; y < height; y++)
        {
            var row = surface.Row(y);
            for (var at = 0; at < row.Length; at += 4)
                pixel.CopyTo(row[at..]);
        }

        return surface;
        byte Channel(double value) => (byte)Math.Round(Math.Clamp(value, 0, 1) * opacity * 255);
    }

    /// <summary>An empty surface.</summary>
    public static Surface Empty(int width, int height)
    {
        var surface = new Surface(width, height);
        surface.Clear();
        return surface;
    }

    /// <summary>Lays a premultiplied surface over another one.</summary>
    public static void Over(Surface under, Surface over, int x, int y)
    {
        var (first, last) = (Math.Max(0, -x), Math.Min(over.Width, under.Width - x));
        for (var row = Math.Max(0, -y); row < Math.Min(over.Height, under.Height - y) && first < last; row++)
        {
            var from = over.Row(row)[(first * 4)..(last * 4)];
            var to = under.Row(y + row)[((x + first) * 4)..];
            for (var at = 0; at < from.Length; at += 4)
            {
                if (from[at + 3] == byte.MaxValue)
                {
                    from.Slice(at, 4).CopyTo(to[at..]);
                    continue;
                }

                var shown = 255 - from[at + 3];
                for (var channel = at; channel < at + 4; channel++)
                    to[channel] = (byte)Math.Min(255, from[channel] + (to[channel] * shown + 127) / 255);
            }
        }
    }
}
