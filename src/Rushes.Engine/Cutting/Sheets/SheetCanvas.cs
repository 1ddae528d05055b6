using Rushes.Engine.Cutting.Captions;
using Rushes.Film.Scenes;

namespace Rushes.Engine.Cutting.Sheets;

/// <summary>The sheet's pixels: a dark ground, pictures with round corners on it.</summary>
internal sealed class SheetCanvas
{
    private readonly FrameSize _size;

    public SheetCanvas(FrameSize size)
    {
        _size = size;
        Rgb = new byte[size.Width * size.Height * 3];

        // A ground that is a little lighter at the top, like paper under a lamp.
        for (var y = 0; y < size.Height; y++)
        {
            var light = 1.0 - 0.45 * y / size.Height;
            for (var x = 0; x < size.Width; x++)
                Set(x, y, (byte)(18 + 12 * light), (byte)(16 + 10 * light), (byte)(24 + 14 * light), 1);
        }
    }

    /// <summary>Rows of red, green and blue bytes.</summary>
    public byte[] Rgb { get; }

    public void Draw(PixelBox box, ReadOnlySpan<byte> picture, double corner)
    {
        for (var y = 0; y < box.Height; y++)
        {
            for (var x = 0; x < box.Width; x++)
            {
                var at = (y * box.Width + x) * 3;
                Set(box.X + x, box.Y + y, picture[at], picture[at + 1], picture[at + 2], Cover(x, y, box.Width, box.Height, corner));
            }
        }
    }

    /// <summary>How much of a pixel lies inside the round corners.</summary>
    private static double Cover(int x, int y, int width, int height, double corner)
    {
        var dx = Math.Max(0, Math.Max(corner - (x + 0.5), x + 0.5 - (width - corner)));
        var dy = Math.Max(0, Math.Max(corner - (y + 0.5), y + 0.5 - (height - corner)));
        return Math.Clamp(corner + 0.5 - Math.Sqrt(dx * dx + dy * dy), 0, 1);
    }

    private void Set(int x, int y, byte red, byte green, byte blue, double cover)
    {
        var at = (y * _size.Width + x) * 3;
        Rgb[at] = (byte)(Rgb[at] + (red - Rgb[at]) * cover);
        Rgb[at + 1] = (byte)(Rgb[at + 1] + (green - Rgb[at + 1]) * cover);
        Rgb[at + 2] = (byte)(Rgb[at + 2] + (blue - Rgb[at + 2]) * cover);
    }
}
