using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Tests.Animatic.Compositing;

namespace Rushes.Tests.Animatic.Drawing;

public sealed class LayerStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rushes-layers-");

    [Fact]
    public void What_was_kept_is_found_as_it_was()
    {
        var store = new LayerStore(_folder.FullName, 1_000_000, TimeProvider.System);
        using var raster = DotLayers.Spots(50, 31, 12);
        store.Keep("aa01", [new Developed(raster, 6, 8), null]);
        var found = store.Find("aa01", 2)!;
        Assert.Equal((6, 8, 50, 31), (found[0]!.Left, found[0]!.Top, found[0]!.Raster.Width, found[0]!.Raster.Height));
        Assert.True(raster.Bytes(0, (int)raster.Memory.Length).SequenceEqual(found[0]!.Raster.Bytes(0, (int)raster.Memory.Length)));
        Assert.Null(found[1]);
        Assert.Null(store.Find("aa02", 1));
    }

    [Fact]
    public void Half_a_file_is_as_good_as_none()
    {
        var store = new LayerStore(_folder.FullName, 1_000_000, TimeProvider.System);
        using var raster = DotLayers.Spots(50, 31, 12);
        store.Keep("aa01", [new Developed(raster, 0, 0)]);
        var file = Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories).Single();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..200]);
        Assert.Null(store.Find("aa01", 1));
    }

    [Fact]
    public void The_folder_keeps_to_its_bound_and_to_what_was_used_last()
    {
        using var raster = new LayerRaster(100, 100);
        var store = new LayerStore(_folder.FullName, 4 * LayerRaster.BytesOf(100, 100), TimeProvider.System);
        for (var index = 0; index < 12; index++)
        {
            store.Keep($"aa{index:00}", [new Developed(raster, 0, 0)]);
            foreach (var file in Directory.EnumerateFiles(_folder.FullName, $"aa{index:00}*", SearchOption.AllDirectories))
                File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, index, 0, DateTimeKind.Utc));
            store.Find("aa00", 1)?[0]!.Dispose();
        }

        Assert.InRange(Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1, 4.1 * LayerRaster.BytesOf(100, 100));
        Assert.NotNull(store.Find("aa00", 1));
        Assert.Null(store.Find("aa03", 1));
    }

    [Fact]
    public void A_store_that_cannot_be_written_loses_nothing_but_time()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        var store = new LayerStore(file, 1000, TimeProvider.System);
        using var raster = new LayerRaster(10, 10);
        store.Keep("aa01", [new Developed(raster, 0, 0)]);
        Assert.Null(store.Find("aa01", 1));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
