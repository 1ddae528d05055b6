using System.Buffers;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>Fills a surface with the raw RGBA pixels that a program writes.</summary>
internal static class SurfaceFeed
{
    private const int Gulp = 1 << 18;

    /// <returns>False when the program ended before the surface was full.</returns>
    public static async Task<bool> TryFillAsync(Surface surface, Stream pixels, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Gulp);
        try
        {
            var whole = 4L * surface.Width * surface.Height;
            for (var came = 0L; came < whole;)
            {
                var read = await pixels.ReadAsync(buffer.AsMemory(0, (int)Math.Min(Gulp, whole - came)), cancellation);
                if (read == 0)
                    return false;
                surface.Fill(came, buffer.AsSpan(0, read));
                came += read;
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
