using System.Diagnostics;
using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Tests.Animatic.Compositing;

public sealed class CompositorTests
{
    [Fact]
    public void Scalar_and_vector_forms_film_the_same_picture()
    {
        using var layers = new DotLayers();
        var size = new FrameSize(150, 202);
        using var vectors = new Compositor(size);
        using var scalars = new Compositor(size, vectors: false);
        for (var step = 0; step < 6; step++)
        {
            var drawn = layers.At(step);
            var one = new PictureFrame(size);
            var other = new PictureFrame(size);
            vectors.Compose(drawn, one);
            scalars.Compose(drawn, other);
            var apart = one.Bytes.Zip(other.Bytes, (left, right) => Math.Abs(left - right)).Max();
            Assert.InRange(apart, 0, 1);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_picture_is_what_plain_arithmetic_says(bool vectors)
    {
        using var layers = new DotLayers();
        var size = new FrameSize(150, 202);
        using var compositor = new Compositor(size, vectors);
        for (var step = 0; step < 6; step++)
        {
            var drawn = layers.At(step);
            var frame = new PictureFrame(size);
            compositor.Compose(drawn, frame);
            var plain = PlainCompositor.Luma(drawn, size);
            for (var at = 0; at < plain.Length; at++)
            {
                // Each of the four layers rounds once, and positions are exact to 1/64 pixel.
                Assert.True(Math.Abs(plain[at] - frame.Luma[at]) <= 6, $"step {step}, x {at % size.Width}, y {at / size.Width}: {plain[at]:F1} and {frame.Luma[at]}");
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_small_layer_may_lie_anywhere_and_be_of_any_scale(bool vectors)
    {
        var size = new FrameSize(150, 90);
        using var ground = DotLayers.Noise(300, 300, opaque: true);
        using var small = DotLayers.Spots(41, 37, spacing: 9, radius: 3);
        using var compositor = new Compositor(size, vectors);
        for (var turn = 0; turn < 60; turn++)
        {
            // An empty frame leaves nothing of the last one to lean on.
            var scale = 0.55 + turn % 7 * 0.31;
            Drawn[] drawn =
            [
                new(ground, new Placement(-30 + turn % 5 * 7.7, -20, 1, 1)),
                new(small, new Placement(-40 + turn * 3.117, -30 + turn * 1.973, scale, scale)),
            ];
            var frame = new PictureFrame(size);
            compositor.Compose(drawn, frame);
            var (luma, u) = (PlainCompositor.Luma(drawn, size), PlainCompositor.U(drawn, size));
            for (var at = 0; at < luma.Length; at++)
                Assert.True(Math.Abs(luma[at] - frame.Luma[at]) <= 5, $"turn {turn}, luma at {at % size.Width},{at / size.Width}: {luma[at]:F1} and {frame.Luma[at]}");

            // Where a layer ends between two chroma pixels either answer will do: its border is transparent.
            for (var at = 0; at < u.Length; at++)
                Assert.True(Math.Abs(u[at] - frame.U[at]) <= 5, $"turn {turn}, U at {at % (size.Width / 2)},{at / (size.Width / 2)}: {u[at]:F1} and {frame.U[at]}");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_frame_owes_nothing_to_the_one_before(bool vectors)
    {
        var size = new FrameSize(214, 64);
        using var wide = DotLayers.Noise(190, 70, opaque: true);
        using var used = new Compositor(size, vectors);
        var (frame, fresh) = (new PictureFrame(size), new PictureFrame(size));
        for (var turn = 0; turn < 400; turn++)
        {
            var scale = 0.6 + turn * 0.6180339 % 1.3;
            Drawn[] drawn = [new(wide, new Placement(turn * 37.7193 % 260 - 130, -3, scale, scale))];
            used.Compose(drawn, frame);
            using var another = new Compositor(size, vectors);
            another.Compose(drawn, fresh);
            Assert.Equal(fresh.Bytes, frame.Bytes);
        }
    }

    [Fact]
    public void Where_nothing_is_drawn_the_picture_is_black()
    {
        var size = new FrameSize(64, 48);
        using var compositor = new Compositor(size);
        var frame = new PictureFrame(size);
        compositor.Compose([], frame);
        Assert.All(frame.Luma.ToArray(), luma => Assert.Equal(16, luma));
        Assert.All(frame.U.ToArray(), u => Assert.Equal(128, u));
        Assert.All(frame.V.ToArray(), v => Assert.Equal(128, v));
    }

    [Fact]
    public void A_still_opaque_layer_arrives_unchanged()
    {
        var size = new FrameSize(150, 202);
        using var raster = DotLayers.Noise(size.Width, size.Height, opaque: true);
        using var compositor = new Compositor(size);
        var frame = new PictureFrame(size);
        compositor.Compose([new Drawn(raster, new Placement(0, 0, 1, 1))], frame);
        Assert.True(frame.Luma.SequenceEqual(raster.Bytes(0, size.Width * size.Height)));
        Assert.True(frame.U.SequenceEqual(raster.Bytes(2L * size.Width * size.Height, size.Width * size.Height / 4)));
    }

    [Fact]
    public void A_repeating_layer_has_no_seam_and_no_end()
    {
        var size = new FrameSize(96, 96);
        using var raster = DotLayers.Waves(height: 64, period: 64);
        using var compositor = new Compositor(size);
        for (var step = 0; step < 40; step++)
        {
            var (x, y) = (step * 7.3 - 100, step * -11.9 + 60);
            var frame = new PictureFrame(size);
            compositor.Compose([new Drawn(raster, new Placement(x, y, 1, 1))], frame);
            for (var row = 0; row < size.Height; row++)
            {
                for (var column = 0; column < size.Width; column++)
                    Assert.InRange(frame.Luma[row * size.Width + column] - DotLayers.Wave(column + 0.5 - x, row + 0.5 - y, 64), -2, 2);
            }
        }
    }

    [Fact]
    public void A_frame_allocates_nothing()
    {
        using var layers = new DotLayers();
        var size = new FrameSize(150, 202);
        using var compositor = new Compositor(size);
        var frame = new PictureFrame(size);
        var drawn = layers.At(3);
        compositor.Compose(drawn, frame);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 5; turn++)
            compositor.Compose(drawn, frame);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
