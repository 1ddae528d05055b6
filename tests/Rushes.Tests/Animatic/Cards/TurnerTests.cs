using Rushes.Providers.Animatic.Cards;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Tests.Animatic.Compositing;

namespace Rushes.Tests.Animatic.Cards;

public sealed class TurnerTests
{
    [Fact]
    public void No_turn_changes_nothing()
    {
        using var from = DotLayers.Spots(80, 60, spacing: 20);
        using var into = new LayerRaster(80, 60);
        Turner.Turn(from, 40, 30, 0, into, 40, 30);
        Assert.True(from.Bytes(0, (int)from.Memory.Length).SequenceEqual(into.Bytes(0, (int)into.Memory.Length)));
    }

    [Fact]
    public unsafe void A_quarter_turn_brings_the_top_to_the_right()
    {
        using var from = DotLayers.Noise(40, 20, opaque: true);
        using var into = new LayerRaster(20, 40);
        Turner.Turn(from, 20, 10, 90, into, 10, 20);
        for (var y = 0; y < 40; y++)
        {
            for (var x = 0; x < 20; x++)
                Assert.Equal(from.Luma[(19 - x) * 40 + y], into.Luma[y * 20 + x]);
        }

        for (var y = 0; y < 20; y++)
        {
            for (var x = 0; x < 10; x++)
                Assert.Equal(from.U[(9 - x) * 20 + y], into.U[y * 10 + x]);
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(-31)]
    [InlineData(123)]
    public void A_spot_lands_where_it_should_to_a_twentieth_of_a_pixel(double degrees)
    {
        using var from = DotLayers.Spots(120, 100, spacing: 200, radius: 9);
        var (pivotX, pivotY) = (30.0, 22.0);
        var reach = (int)Math.Ceiling(Turner.Reach(120, 100, pivotX, pivotY) / 2) * 2;
        using var into = new LayerRaster(reach * 2, reach * 2);
        Turner.Turn(from, pivotX, pivotY, degrees, into, reach, reach);
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (dx, dy) = (100 - pivotX, 100 - pivotY);
        var (foundX, foundY, light) = Centre(into);

        // The one spot of the layer, whose middle lies beyond its lower right, is cut to a quarter; so its centre is measured, not computed.
        var (startX, startY, all) = Centre(from);
        Assert.Equal(reach + (startX - pivotX) * cos - (startY - pivotY) * sin, foundX, 0.05);
        Assert.Equal(reach + (startX - pivotX) * sin + (startY - pivotY) * cos, foundY, 0.05);
        Assert.InRange(light / all, 0.98, 1.02);
    }

    [Fact]
    public unsafe void What_is_opaque_stays_so_and_edges_stay_premultiplied()
    {
        using var from = DotLayers.Spots(120, 100, spacing: 60, radius: 25);
        using var into = new LayerRaster(200, 200);
        Turner.Turn(from, 60, 50, 17, into, 100, 100);
        Assert.Contains((byte)255, into.Bytes(200 * 200, 200 * 200).ToArray());
        for (var at = 0; at < 200 * 200; at++)
            Assert.True(into.Luma[at] <= into.Alpha[at]);
        Assert.True(into.Coverage.Shows(60, 60, 140, 140));
        Assert.False(into.Coverage.Shows(0, 0, 15, 15));
    }

    private static unsafe (double X, double Y, double Light) Centre(LayerRaster raster)
    {
        double sum = 0, sumX = 0, sumY = 0;
        for (var y = 0; y < raster.Height; y++)
        {
            for (var x = 0; x < raster.Width; x++)
            {
                var light = raster.Alpha[y * raster.Width + x];
                (sum, sumX, sumY) = (sum + light, sumX + light * (x + 0.5), sumY + light * (y + 0.5));
            }
        }

        return (sumX / sum, sumY / sum, sum);
    }
}
