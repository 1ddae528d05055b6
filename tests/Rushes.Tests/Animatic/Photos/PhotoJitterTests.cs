using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Photos;
using Rushes.Tests.Animatic.Compositing;

namespace Rushes.Tests.Animatic.Photos;

public sealed class PhotoJitterTests
{
    private const int Spacing = 80;

    public static TheoryData<string> Moves => [.. MoveChooser.Names];

    /// <summary>Spots of the picture are followed through the clip; what remains beside the smooth path is jitter.</summary>
    [Theory]
    [MemberData(nameof(Moves))]
    public void A_picture_glides_to_a_twentieth_of_a_pixel(string move)
    {
        const double seconds = 3;
        var size = new FrameSize(270, 480);
        var director = new PhotoDirector(size, 480, 560, cutOut: false, seconds, size.Height);
        var plan = director.Plan(PhotoOrders.Move(move));
        using var print = new Print(DotLayers.Spots(480, 560, Spacing, radius: 9), 480, 560);
        using var compositor = new Compositor(size);
        var frame = new PictureFrame(size);
        double squares = 0;
        var measured = 0;
        for (var index = 0; index < 90; index++)
        {
            var pose = plan.At(index / 30.0);
            compositor.Compose([new Drawn(print.Raster, print.Fill(pose.X - 240 * pose.Scale, pose.Y - 280 * pose.Scale, 480 * pose.Scale, 560 * pose.Scale))], frame);
            foreach (var (x, y) in new[] { (200, 200), (280, 280), (200, 360) })
            {
                var (expectedX, expectedY) = (pose.X + (x - 240) * pose.Scale, pose.Y + (y - 280) * pose.Scale);
                if (expectedX < 14 || expectedY < 14 || expectedX > size.Width - 14 || expectedY > size.Height - 14)
                    continue;
                var (foundX, foundY) = Centre(frame, expectedX, expectedY, 13 * pose.Scale);
                squares += (foundX - expectedX) * (foundX - expectedX) + (foundY - expectedY) * (foundY - expectedY);
                measured++;
            }
        }

        Assert.True(measured > 90, $"{measured}");
        Assert.InRange(Math.Sqrt(squares / measured), 0, 0.05);
    }

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
