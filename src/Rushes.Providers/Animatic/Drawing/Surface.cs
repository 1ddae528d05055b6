using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>A rectangle of premultiplied RGBA pixels as the rasteriser delivers them; a part shares the memory of the whole.</summary>
internal sealed unsafe class Surface : IDisposable
{
    private readonly PixelMemory _memory;
    private readonly long _offset;
    private readonly int _stride;

    public Surface(int width, int height)
        : this(new PixelMemory(4L * width * height), 0, width * 4, width, height)
    {
    }

    private Surface(PixelMemory memory, long offset, int stride, int width, int height) =>
        (_memory, _offset, _stride, Width, Height) = (memory, offset, stride, width, height);

    public int Width { get; }

    public int Height { get; }

    /// <summary>The pixels of a row, four bytes each.</summary>
    public Span<byte> Row(int row) => _memory.Span(_offset + (long)row * _stride, Width * 4);

    public byte* RowPointer(int row) => _memory.Pointer + _offset + (long)row * _stride;

    /// <summary>Writes pixels as they arrive.</summary>
    /// <param name="offset">Bytes from the first pixel.</param>
    public void Fill(long offset, ReadOnlySpan<byte> bytes) => bytes.CopyTo(_memory.Span(offset, bytes.Length));

    /// <summary>Makes everything transparent.</summary>
    public void Clear()
    {
        for (var row = 0; row < Height; row++)
            Row(row).Clear();
    }

    /// <summary>A view of a part; lives as long as this.</summary>
    public Surface Part(PixelBox box) => new(_memory, _offset + (long)box.Top * _stride + box.Left * 4, _stride, box.Width, box.Height);

    /// <summary>
    /// Multiplies colours by alpha when the decoder did not: in a premultiplied picture no colour is brighter than its alpha. Which of the two ffmpeg delivers
    /// for SVG depends on its version.
    /// </summary>
    public void EnsurePremultiplied()
    {
        for (var row = 0; row < Height; row++)
        {
            if (LooksStraight(Row(row)))
            {
                Premultiply();
                return;
            }
        }
    }

    /// <summary>The smallest box that holds everything visible; null when nothing is.</summary>
    public PixelBox? Ink()
    {
        int left = Width, top = -1, right = -1, bottom = -1;
        for (var row = 0; row < Height; row++)
        {
            var line = Row(row);
            if (!line.ContainsAnyExcept((byte)0))
                continue;
            top = top < 0 ? row : top;
            bottom = row;
            left = Math.Min(left, line.IndexOfAnyExcept((byte)0) / 4);
            right = Math.Max(right, line.LastIndexOfAnyExcept((byte)0) / 4);
        }

        return bottom < 0 ? null : new PixelBox(left, top, right + 1 - left, bottom + 1 - top);
    }

    public void Dispose() => _memory.Dispose();

    private static bool LooksStraight(ReadOnlySpan<byte> line)
    {
        for (var at = 0; at < line.Length; at += 4)
        {
            if (line[at + 3] != byte.MaxValue && Math.Max(line[at], Math.Max(line[at + 1], line[at + 2])) > line[at + 3] + 1)
                return true;
        }

        return false;
    }

    private void Premultiply()
    {
        for (var row = 0; row < Height; row++)
        {
            var line = Row(row);
            for (var at = 0; at < line.Length; at += 4)
            {
                for (var channel = at; channel < at + 3; channel++)
                    line[channel] = (byte)((line[channel] * line[at + 3] + 127) / 255);
            }
        }
    }
}
