using System.Buffers.Binary;
using Rushes.Engine.Projects;
using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>
/// Layers drawn before, on disk, named by their content. When the folder grows over its bound the files that were not used for longest go. Losing
/// any of it costs time, never a clip: a file that cannot be read or written is as good as none.
/// </summary>
/// <param name="folder">Absolute; made when first needed.</param>
/// <param name="bound">Bytes.</param>
internal sealed class LayerStore(string folder, long bound, TimeProvider time)
{
    private const uint Magic = 0x31594c52;
    private const int HeaderLength = 16;
    private const string Ending = ".layers";
    private readonly Lock _trimming = new();
    private long _writtenSinceTrim = long.MaxValue / 2;

    /// <summary>What was kept under a digest; null when nothing (or nothing whole) was.</summary>
    public IReadOnlyList<Developed?>? Find(string digest, int count)
    {
        var path = PathOf(digest);
        var found = new List<Developed?>(count);
        try
        {
            if (!File.Exists(path))
                return null;
            using (var file = File.OpenRead(path))
            {
                for (var index = 0; index < count; index++)
                    found.Add(Read(file));
            }

            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
            return found;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            found.ForEach(layer => layer?.Dispose());
            return null;
        }
    }

    public void Keep(string digest, IReadOnlyList<Developed?> layers)
    {
        var part = HalfFile.Beside(PathOf(digest));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(part)!);
            using (var file = File.Create(part))
            {
                foreach (var layer in layers)
                    Write(file, layer);
                Interlocked.Add(ref _writtenSinceTrim, file.Length);
            }

            File.Move(part, PathOf(digest), overwrite: true);
            Trim();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Discard(part);
        }
    }

    private string PathOf(string digest) => Path.Combine(folder, digest[..2], digest + Ending);

    private static void Write(FileStream file, Developed? layer)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], (layer?.Left ?? 0) << 16 | (layer?.Top ?? 0));
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], layer?.Raster.Width ?? 0);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], layer?.Raster.Height ?? 0);
        file.Write(header);
        if (layer is not null)
            file.Write(layer.Raster.Bytes(0, (int)layer.Raster.Memory.Length));
    }

    private static Developed? Read(FileStream file)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        file.ReadExactly(header);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic)
            throw new IOException("not a layer");
        var place = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        var width = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        var height = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        if (width == 0)
            return null;
        if (width < 2 || height < 2 || LayerRaster.BytesOf(width, height) > file.Length - file.Position)
            throw new IOException("a layer cut short");
        var raster = new LayerRaster(width, height);
        file.ReadExactly(raster.Bytes(0, (int)raster.Memory.Length));
        raster.Measure();
        return new Developed(raster, place >> 16, place & 0xffff);
    }

    private void Trim()
    {
        // Looking at the whole folder is worth it only now and then.
        if (Interlocked.Read(ref _writtenSinceTrim) < bound / 8 || !_trimming.TryEnter())
            return;
        try
        {
            Interlocked.Exchange(ref _writtenSinceTrim, 0);
            HalfFile.Sweep(folder, SearchOption.AllDirectories, time.GetUtcNow() - TimeSpan.FromHours(1));
            var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderByDescending(file => file.LastWriteTimeUtc).ToList();
            var kept = 0L;
            foreach (var file in files)
            {
                kept += file.Length;
                if (kept > bound)
                    Discard(file.FullName);
            }
        }
        finally
        {
            _trimming.Exit();
        }
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Somebody else has it open; the next trim finds it again.
        }
    }
}
