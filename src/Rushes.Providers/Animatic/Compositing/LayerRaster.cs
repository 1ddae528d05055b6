namespace Rushes.Providers.Animatic.Compositing;

/// <summary>
/// A drawn layer: planar premultiplied BT.709 limited-range luma, alpha, and at half resolution both chroma planes with an alpha of their own. Every
/// plane is premultiplied as it stands, offsets included, so that one formula lays them all over a picture: <c>out = plane + under * (1 - alpha)</c>.
/// </summary>
/// <remarks>A layer that ends inside the picture keeps a border of at least one transparent pixel, which makes its edges move smoothly.</remarks>
internal sealed unsafe class LayerRaster : IDisposable
{
    private readonly PixelMemory _memory;

    /// <param name="width">Pixels, at least 2.</param>
    /// <param name="height">Pixels, at least 2.</param>
    public LayerRaster(int width, int height)
        : this(width, height, new PixelMemory(BytesOf(width, height)))
    {
    }

    /// <summary>Takes over memory that already holds the planes in the order luma, alpha, U, V, chroma alpha.</summary>
    public LayerRaster(int width, int height, PixelMemory memory)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 2);
        if (memory.Length != BytesOf(width, height))
            throw new ArgumentException("The memory does not hold the planes.", nameof(memory));
        (Width, Height, _memory) = (width, height, memory);
    }

    public int Width { get; }

    public int Height { get; }

    public int ChromaWidth => Half(Width);

    public int ChromaHeight => Half(Height);

    public byte* Luma => _memory.Pointer;

    public byte* Alpha => Luma + (long)Width * Height;

    public byte* U => Alpha + (long)Width * Height;

    public byte* V => U + (long)ChromaWidth * ChromaHeight;

    public byte* ChromaAlpha => V + (long)ChromaWidth * ChromaHeight;

    /// <summary>Where the layer is empty and where it hides what is under it; measured once the planes are filled.</summary>
    public Coverage Coverage { get; private set; } = Coverage.Unknown;

    /// <summary>Even number of pixels after which the layer repeats from left to right; 0 does not repeat. The planes hold 32 pixels more, the first ones again.</summary>
    public int RepeatX { get; init; }

    /// <summary>The layer repeats from top to bottom after its whole height.</summary>
    public bool RepeatY { get; init; }

    /// <summary>A picture as a layer that hides everything.</summary>
    public static LayerRaster Of(PictureFrame picture)
    {
        var raster = new LayerRaster(picture.Size.Width, picture.Size.Height);
        picture.Luma.CopyTo(raster.Bytes(0, picture.Luma.Length));
        raster.Bytes(picture.Luma.Length, picture.Luma.Length).Fill(byte.MaxValue);
        picture.U.CopyTo(raster.Bytes(2L * picture.Luma.Length, picture.U.Length));
        picture.V.CopyTo(raster.Bytes(2L * picture.Luma.Length + picture.U.Length, picture.V.Length));
        raster.Bytes(2L * picture.Luma.Length + 2L * picture.U.Length, picture.U.Length).Fill(byte.MaxValue);
        raster.Measure();
        return raster;
    }

    public static long BytesOf(int width, int height) => 2L * width * height + 3L * Half(width) * Half(height);

    public Span<byte> Bytes(long offset, int length) => _memory.Span(offset, length);

    public PixelMemory Memory => _memory;

    /// <summary>To be called when the planes are filled or changed.</summary>
    public void Measure() => Coverage = Coverage.Of(Alpha, Width, Height);

    /// <summary>Replaces a rectangle by the pixels of another raster, such as a face by the same face with its eyes closed.</summary>
    /// <param name="x">Left edge, even.</param>
    /// <param name="y">Top edge, even.</param>
    public void Stamp(LayerRaster patch, int x, int y)
    {
        Copy(patch.Luma, patch.Width, Luma, Width, patch.Width, patch.Height, x, y);
        Copy(patch.Alpha, patch.Width, Alpha, Width, patch.Width, patch.Height, x, y);
        Copy(patch.U, patch.ChromaWidth, U, ChromaWidth, patch.ChromaWidth, patch.ChromaHeight, x / 2, y / 2);
        Copy(patch.V, patch.ChromaWidth, V, ChromaWidth, patch.ChromaWidth, patch.ChromaHeight, x / 2, y / 2);
        Copy(patch.ChromaAlpha, patch.ChromaWidth, ChromaAlpha, ChromaWidth, patch.ChromaWidth, patch.ChromaHeight, x / 2, y / 2);
    }

    public void Dispose() => _memory.Dispose();

    private static void Copy(byte* from, int fromStride, byte* to, int toStride, int width, int height, int x, int y)
    {
        for (var row = 0; row < height; row++)
            Buffer.MemoryCopy(from + (long)row * fromStride, to + (long)(y + row) * toStride + x, width, width);
    }

    private static int Half(int value) => (value + 1) / 2;
}
