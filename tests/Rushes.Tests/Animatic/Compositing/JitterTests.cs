using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Tests.Animatic.Compositing;

public sealed class JitterTests
{
    private const int Frames = 120;

    [Theory]
    [InlineData("zoom")]
    [InlineData("pan")]
    [InlineData("half")]
    public void A_dot_moves_where_it_should_to_a_twentieth_of_a_pixel(string move)
    {
        var size = new FrameSize(270, 480);
        using var raster = DotLayers.Spots(320, 560, spacing: 80, radius: 9);
        using var compositor = new Compositor(size);
        var frame = new PictureFrame(size);
        double squares = 0;
        var measured = 0;
        for (var index = 0; index < Frames; index++)
        {
            var place = PlaceAt(move, (double)index / Frames);
            compositor.Compose([new Drawn(raster, place)], frame);
            foreach (var (x, y) in new[] { (120, 200), (200, 280), (120, 360) })
            {
                var (expectedX, expectedY) = (place.X + x * place.ScaleX, place.Y + y * place.ScaleY);
                if (expectedX < 20 || expectedY < 20 || expectedX > size.Width - 20 || expectedY > size.Height - 20)
                    continue;
                var (foundX, foundY) = Centre(frame, expectedX, expectedY, 14 * place.ScaleX);
                squares += (foundX - expectedX) * (foundX - expectedX) + (foundY - expectedY) * (foundY - expectedY);
                measured++;
            }
        }

        Assert.True(measured >= Frames);
        Assert.InRange(Math.Sqrt(squares / measured), 0, 0.05);
    }

    private static Placement PlaceAt(string move, double done) => move switch
    {
        "zoom" => new(-30 - done * 24, -40 - done * 42, 0.97 + 0.15 * done, 0.97 + 0.15 * done),
        "pan" => new(-5.3 - done * 37.7, -31, 1, 1),
        _ => new(-60 - done * 11, -60 - done * 3, 2, 2),
    };

    private static (double X, double Y) Centre(PictureFrame frame, double aroundX, double aroundY, double reach)
    {
        double sum = 0, sumX = 0, sumY = 0;
        for (var y = (int)(aroundY - reach); y <= (int)(aroundY + reach); y++)
        {
            for (var x = (int)(aroundX - reach); x <= (int)(aroundX + reach); x++)
            {
                var light = frame.Luma[y * frame.Size.Width + x] - 16;
                (sum, sumX, sumY) = (sum + light, sumX + light * (x + 0.5), sumY + light * (y + 0.5));
            }
        }

        return (sumX / sum, sumY / sum);
    }
}
