using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Tests.Animatic.Drawing;

public sealed unsafe class DeveloperTests
{
    [Theory]
    [InlineData(255, 255, 255, 235, 128, 128)]
    [InlineData(0, 0, 0, 16, 128, 128)]
    [InlineData(255, 0, 0, 63, 102, 240)]
    [InlineData(0, 0, 255, 32, 240, 118)]
    [InlineData(0, 255, 0, 173, 42, 26)]
    public void Colours_become_limited_range_bt709(byte red, byte green, byte blue, byte luma, byte u, byte v)
    {
        using var surface = Plain(red, green, blue, 255);
        using var developed = Developer.Develop(surface, Look.Plain)!;
        Assert.InRange(developed.Raster.Luma[0], luma - 1, luma + 1);
        Assert.InRange(developed.Raster.U[0], u - 1, u + 1);
        Assert.InRange(developed.Raster.V[0], v - 1, v + 1);
        Assert.Equal(255, developed.Raster.Alpha[21]);
    }

    [Fact]
    public void A_grade_works_on_half_transparent_pixels_as_on_opaque_ones()
    {
        var look = new Look { Grade = Grade.None.Lit(new Colour(0.5, 0.6, 0.9)).Hazed(new Colour(0.2, 0.3, 0.5), 0.3).Saturated(0.7).Contrasted(1.1, 0.5) };
        using var opaque = Plain(200, 120, 60, 255);
        using var half = Plain(100, 60, 30, 128);
        using var one = Developer.Develop(opaque, look)!;
        using var other = Developer.Develop(half, look)!;
        Assert.InRange(other.Raster.Luma[0] / 128.0 * 255, one.Raster.Luma[0] - 2, one.Raster.Luma[0] + 2);
        Assert.InRange(other.Raster.U[0] / 128.0 * 255, one.Raster.U[0] - 3, one.Raster.U[0] + 3);
    }

    [Fact]
    public void A_layer_is_cut_to_what_is_visible_with_a_transparent_border()
    {
        using var surface = new Surface(64, 48);
        surface.Clear();
        for (var y = 20; y < 30; y++)
            surface.Row(y)[(30 * 4)..(41 * 4)].Fill(255);
        using var developed = Developer.Develop(surface, Look.Plain)!;
        Assert.Equal((28, 18), (developed.Left, developed.Top));
        Assert.Equal((16, 14), (developed.Raster.Width, developed.Raster.Height));
        Assert.Equal(0, developed.Raster.Alpha[0]);
        Assert.Equal(255, developed.Raster.Alpha[2 * 16 + 2]);
    }

    [Fact]
    public void A_layer_with_nothing_visible_is_none()
    {
        using var surface = new Surface(8, 8);
        surface.Clear();
        Assert.Null(Developer.Develop(surface, Look.Plain));
    }

    [Fact]
    public void Light_adds_to_what_is_under_it()
    {
        using var surface = Plain(255, 200, 120, 255);
        using var light = Developer.Develop(surface, new Look { Body = 0.4 })!;
        Assert.InRange(light.Raster.Alpha[0], 101, 103);
        Assert.True(light.Raster.Luma[0] > light.Raster.Alpha[0]);
    }

    [Fact]
    public void Straight_alpha_is_premultiplied_and_premultiplied_left_alone()
    {
        using var straight = Plain(200, 100, 50, 128);
        straight.EnsurePremultiplied();
        Assert.InRange(straight.Row(0)[0], 99, 101);
        using var done = Plain(100, 50, 25, 128);
        done.EnsurePremultiplied();
        Assert.Equal(100, done.Row(0)[0]);
    }

    [Fact]
    public void A_blur_spreads_and_loses_nothing()
    {
        using var surface = new Surface(101, 101);
        surface.Clear();
        for (var y = 46; y < 55; y++)
            surface.Row(y)[(46 * 4)..(55 * 4)].Fill(255);
        SoftFocus.Apply(surface, 6);
        var sum = 0L;
        for (var y = 0; y < 101; y++)
        {
            foreach (var value in surface.Row(y))
                sum += value;
        }

        Assert.InRange(sum, 81 * 4 * 255 * 0.85, 81 * 4 * 255 * 1.05);
        Assert.InRange(surface.Row(50)[50 * 4], 20, 120);
        Assert.True(surface.Row(50)[40 * 4] > 0);
    }

    [Fact]
    public void A_light_from_the_right_draws_the_right_edge()
    {
        using var surface = new Surface(40, 40);
        surface.Clear();
        for (var y = 10; y < 30; y++)
        {
            for (var x = 10; x < 30; x++)
                surface.Row(y)[x * 4 + 3] = 255;
        }

        RimPainter.Paint(surface, new RimLight(Colour.White, 1, 1, 0, 4));
        Assert.Equal(0, surface.Row(20)[10 * 4]);
        Assert.Equal(0, surface.Row(20)[20 * 4]);
        Assert.True(surface.Row(20)[29 * 4] > 200);
    }

    private static Surface Plain(byte red, byte green, byte blue, byte alpha)
    {
        var surface = new Surface(22, 6);
        for (var y = 0; y < surface.Height; y++)
        {
            for (var x = 0; x < surface.Width; x++)
                (surface.Row(y)[x * 4], surface.Row(y)[x * 4 + 1], surface.Row(y)[x * 4 + 2], surface.Row(y)[x * 4 + 3]) = (red, green, blue, alpha);
        }

        return surface;
    }
}
