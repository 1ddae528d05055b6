using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Photos;

namespace Rushes.Tests.Animatic.Photos;

public sealed class PrintEdgeTests
{
    [Fact]
    public void Corners_are_rounded_edges_lit_and_the_middle_is_left_alone()
    {
        using var surface = new Surface(80, 60);
        for (var y = 0; y < surface.Height; y++)
        {
            for (var x = 0; x < surface.Width; x++)
                (surface.Row(y)[x * 4], surface.Row(y)[x * 4 + 1], surface.Row(y)[x * 4 + 2], surface.Row(y)[x * 4 + 3]) = (100, 100, 100, 255);
        }

        PrintEdge.Apply(surface, radius: 12, line: 1.5);
        foreach (var (x, y) in new[] { (0, 0), (79, 0), (0, 59), (79, 59) })
            Assert.Equal(0, surface.Row(y)[x * 4 + 3]);
        Assert.InRange(surface.Row(0)[40 * 4], 101, 200);
        Assert.InRange(surface.Row(30)[0], 101, 200);
        for (var y = 14; y < 46; y++)
        {
            for (var x = 14; x < 66; x++)
                Assert.Equal(100, surface.Row(y)[x * 4]);
        }

        // Still premultiplied: no colour is brighter than its alpha.
        for (var y = 0; y < surface.Height; y++)
        {
            for (var x = 0; x < surface.Width; x++)
                Assert.True(surface.Row(y)[x * 4] <= surface.Row(y)[x * 4 + 3]);
        }
    }
}
