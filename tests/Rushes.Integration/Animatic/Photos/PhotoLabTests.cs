using Rushes.Film;
using Rushes.Integration.Cutting;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Photos;

namespace Rushes.Integration.Animatic.Photos;

public sealed class PhotoLabTests : IDisposable
{
    private readonly Media _media = new();
    private readonly PhotoFiles _files;
    private readonly PhotoLab _lab;

    public PhotoLabTests()
    {
        _files = new PhotoFiles(_media);
        _lab = new PhotoLab(_media.Programs);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task However_the_camera_was_held_the_picture_stands_upright_once(int turn)
    {
        var photo = PhotoReader.Read(await _files.HeldAsync(turn));
        Assert.Equal((96, 160), (photo.Width, photo.Height));
        using var whole = await _lab.DevelopAsync(photo, PhotoPart.Whole, 48, 80, Stop);
        AssertQuarters(whole);

        // The lower right quarter alone is white all over.
        using var part = await _lab.DevelopAsync(photo, new PhotoPart(0.5, 0.5, 0.5, 0.5), 24, 40, Stop);
        foreach (var (x, y) in new[] { (4, 4), (20, 4), (4, 36), (20, 36) })
            AssertColour(part, x, y, 255, 255, 255);
    }

    [Theory]
    [InlineData("gray.png", "gray")]
    [InlineData("gray16.png", "gray16be")]
    [InlineData("deep.png", "rgb48be")]
    [InlineData("grayalpha.png", "ya8")]
    [InlineData("plain.webp", "yuv420p")]
    public async Task Pictures_of_every_depth_are_developed(string name, string pixels)
    {
        var file = await _files.QuartersAsync(name, 96, 160, "-pix_fmt", pixels);
        using var surface = await _lab.DevelopAsync(PhotoReader.Read(file), PhotoPart.Whole, 48, 80, Stop);
        AssertColour(surface, 36, 60, 255, 255, 255);
        if (!pixels.StartsWith('g') && pixels != "ya8")
            AssertQuarters(surface);
        else
            Assert.Equal(surface.Row(20)[12 * 4], surface.Row(20)[12 * 4 + 1]);
    }

    [Fact]
    public async Task A_jpeg_in_cmyk_is_developed_in_its_colours()
    {
        var photo = PhotoReader.Read(await _files.CmykAsync());
        using var surface = await _lab.DevelopAsync(photo, PhotoPart.Whole, 32, 32, Stop);
        AssertColour(surface, 8, 8, 255, 255, 255);
        AssertColour(surface, 24, 8, 255, 0, 0);
        AssertColour(surface, 8, 24, 0, 255, 255);
        AssertColour(surface, 24, 24, 55, 55, 55);
    }

    [Fact]
    public async Task Transparent_pixels_do_not_bleed_into_their_neighbours()
    {
        // A red disc on nothing; the nothing is white underneath.
        await _media.FfmpegAsync(
            "-f", "lavfi", "-i", "color=red:s=200x200", "-frames:v", "1",
            "-vf", "format=rgba,geq=r=255:g='if(lt(hypot(X-100,Y-100),80),0,255)':b='if(lt(hypot(X-100,Y-100),80),0,255)':a='if(lt(hypot(X-100,Y-100),80),255,0)'", _media["disc.png"]);
        var photo = PhotoReader.Read(_media["disc.png"]);
        Assert.True(photo.MayShowThrough);
        using var surface = await _lab.DevelopAsync(photo, PhotoPart.Whole, 50, 50, Stop);
        for (var y = 0; y < 50; y++)
        {
            for (var x = 0; x < 50; x++)
            {
                var pixel = surface.Row(y).Slice(x * 4, 4);
                Assert.True(pixel[1] <= 6 && pixel[2] <= 6, $"{x}, {y}: {pixel[0]} {pixel[1]} {pixel[2]} {pixel[3]}");
                Assert.InRange(pixel[0], 0, pixel[3] + 2);
            }
        }

        Assert.Equal(0, surface.Row(0)[3]);
        Assert.Equal(255, surface.Row(25)[25 * 4 + 3]);
    }

    [Fact]
    public async Task An_animated_webp_gives_its_first_picture()
    {
        await _media.FfmpegAsync(
            "-f", "lavfi", "-i", "color=red:s=80x60:r=5:d=0.4", "-f", "lavfi", "-i", "color=blue:s=80x60:r=5:d=0.4",
            "-filter_complex", "[0][1]concat", "-c:v", "libwebp_anim", "-loop", "0", "-lossless", "1", _media["moves.webp"]);
        var photo = PhotoReader.Read(_media["moves.webp"]);
        Assert.True(photo.Animated);
        using var surface = await _lab.DevelopAsync(photo, PhotoPart.Whole, 40, 30, Stop);
        AssertColour(surface, 20, 15, 255, 0, 0);
    }

    [Fact]
    public async Task A_very_large_jpeg_is_decoded_small()
    {
        var file = await _files.QuartersAsync("large.jpg", 6000, 4000);
        using var surface = await _lab.DevelopAsync(PhotoReader.Read(file), PhotoPart.Whole, 300, 200, Stop);
        AssertQuarters(surface);
    }

    [Fact]
    public async Task What_is_no_picture_is_one_clear_mistake()
    {
        var text = await _files.WrittenAsync("text.png", "This is no picture."u8.ToArray());
        Assert.Equal("project.picture-broken", Assert.Throws<MistakeException>(() => PhotoReader.Read(text)).Mistake.Code);
        Assert.Equal("project.picture-missing", Assert.Throws<MistakeException>(() => PhotoReader.Read(_media["none.jpg"])).Mistake.Code);
        var whole = await File.ReadAllBytesAsync(await _files.QuartersAsync("whole.png", 96, 160));
        foreach (byte[] torn in new[] { [.. whole[..40], .. new byte[30]], whole[..60], whole[..20] })
        {
            var file = await _files.WrittenAsync("torn.png", torn);
            var broken = await Assert.ThrowsAsync<MistakeException>(() => _lab.DevelopAsync(PhotoReader.Read(file), PhotoPart.Whole, 48, 80, Stop));
            Assert.Equal("project.picture-broken", broken.Mistake.Code);
        }
    }

    public void Dispose() => _media.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static void AssertQuarters(Surface surface)
    {
        var (x, y) = (surface.Width / 4, surface.Height / 4);
        AssertColour(surface, x, y, 255, 0, 0);
        AssertColour(surface, 3 * x, y, 0, 255, 0);
        AssertColour(surface, x, 3 * y, 0, 0, 255);
        AssertColour(surface, 3 * x, 3 * y, 255, 255, 255);
    }

    private static void AssertColour(Surface surface, int x, int y, int red, int green, int blue)
    {
        var pixel = surface.Row(y).Slice(x * 4, 4);
        var apart = Math.Max(Math.Abs(pixel[0] - red), Math.Max(Math.Abs(pixel[1] - green), Math.Abs(pixel[2] - blue)));
        Assert.True(apart <= 12, $"{x}, {y}: {pixel[0]} {pixel[1]} {pixel[2]}, not {red} {green} {blue}");
    }
}
