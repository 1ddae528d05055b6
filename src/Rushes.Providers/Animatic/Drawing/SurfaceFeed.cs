using System.Buffers;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>Fills a surface with the raw RGBA pixels that a program writes.</summary>
internal static class SurfaceFeed
{
    private const int Gulp = 1 << 18;

    /// <returns>Bytes that came, those that have no room in the surface included.</returns>
    public static async Task<long> ReadAsync(Surface surface, Stream pixels, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Gulp);
        try
        {
            var rowLength = surface.Width * 4;
            var whole = (long)rowLength * surface.Height;
            var came = 0L;
            while (await pixels.ReadAsync(buffer.AsMemory(0, Gulp), cancellation) is var read and > 0)
            {
                Lay(surface, rowLength, whole, came, buffer.AsSpan(0, read));
                came += read;
            }

            return came;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Lay(Surface surface, int rowLength, long whole, long at, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0 && at < whole)
        {
            var (row, column) = ((int)(at / rowLength), (int)(at % rowLength));
            var count = Math.Min(bytes.Length, rowLength - column);
            bytes[..count].CopyTo(surface.Row(row)[column..]);
            bytes = bytes[count..];
            at += count;
        }
    }
}
