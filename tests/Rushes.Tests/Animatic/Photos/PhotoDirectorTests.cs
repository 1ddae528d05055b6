using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Photos;

namespace Rushes.Tests.Animatic.Photos;

public sealed class PhotoDirectorTests
{
    private static readonly (int Width, int Height)[] Sizes = [(1512, 2016), (1920, 1080), (1080, 1920), (64, 64), (12000, 9000), (100, 4000), (4000, 100), (3, 3)];

    public static TheoryData<string> Moves => [.. MoveChooser.Names];

    [Theory]
    [MemberData(nameof(Moves))]
    public void Every_picture_can_be_filmed_in_every_frame(string move)
    {
        foreach (var (frame, size, seconds) in Cases())
        {
            var plan = new PhotoDirector(frame, size.Width, size.Height, cutOut: false, seconds, frame.Height).Plan(PhotoOrders.Move(move));
            for (var step = 0; step <= 20; step++)
            {
                var pose = plan.At(seconds * step / 20);
                var (width, height) = (size.Width * pose.Scale, size.Height * pose.Scale);
                Assert.True(double.IsFinite(pose.X + pose.Y) && pose.Scale > 0);
                if (plan.Fit == PhotoFit.Fills)
                {
                    Assert.True(pose.X - width / 2 <= 1e-6 && pose.X + width / 2 >= frame.Width - 1e-6, $"{size} in {frame}: {pose} leaves a gap at the side");
                    Assert.True(pose.Y - height / 2 <= 1e-6 && pose.Y + height / 2 >= frame.Height - 1e-6, $"{size} in {frame}: {pose} leaves a gap above or below");
                }
                else
                {
                    // The picture is always in, or right beside, the middle of the frame, however thin it is.
                    Assert.InRange(frame.Width / 2.0, pose.X - width / 2 - 0.1 * frame.Width, pose.X + width / 2 + 0.1 * frame.Width);
                    Assert.InRange(frame.Height / 2.0, pose.Y - height / 2 - 0.1 * frame.Height, pose.Y + height / 2 + 0.1 * frame.Height);
                }

                // What is developed for the largest moment is never shrunk by more than the compositor can.
                Assert.True(pose.Scale / plan.Enlargement > 0.6);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void Every_move_moves_evenly(string move)
    {
        foreach (var (frame, size, seconds) in Cases().Where(entry => entry.Size.Width > 3 && entry.Seconds > 1))
        {
            var plan = new PhotoDirector(frame, size.Width, size.Height, cutOut: false, seconds, frame.Height).Plan(PhotoOrders.Move(move));
            var poses = Enumerable.Range(0, 31).Select(step => plan.At(seconds * step / 30)).ToList();
            var steps = poses.Zip(poses.Skip(1), (one, next) => Math.Abs(next.X - one.X) + Math.Abs(next.Y - one.Y) + Math.Max(size.Width, size.Height) * Math.Abs(next.Scale - one.Scale)).ToList();
            Assert.True(steps.Sum() > 0.005 * frame.Height, $"{move} of {size} in {frame} stands still");
            Assert.All(steps, step => Assert.InRange(step, steps.Average() * 0.2, steps.Average() * 2.5));
        }
    }

    [Theory]
    [InlineData("pan-left", 1, 0)]
    [InlineData("pan-right", -1, 0)]
    [InlineData("tilt-up", 0, 1)]
    [InlineData("tilt-down", 0, -1)]
    public void When_the_camera_goes_one_way_the_picture_goes_the_other(string move, int right, int down)
    {
        foreach (var (frame, size, seconds) in Cases())
        {
            var plan = new PhotoDirector(frame, size.Width, size.Height, cutOut: false, seconds, frame.Height).Plan(PhotoOrders.Move(move));
            Assert.Equal(right, Math.Sign(Math.Round(plan.End.X - plan.Start.X, 6)));
            Assert.Equal(down, Math.Sign(Math.Round(plan.End.Y - plan.Start.Y, 6)));
        }
    }

    [Theory]
    [InlineData(1512, 2016, PhotoFit.Fills)]
    [InlineData(1080, 1920, PhotoFit.Fills)]
    [InlineData(1080, 1080, PhotoFit.Stands)]
    [InlineData(1920, 1080, PhotoFit.Stands)]
    [InlineData(90, 160, PhotoFit.Stands)]
    public void A_picture_fills_the_frame_when_little_of_it_is_lost_and_it_has_the_pixels(int width, int height, object fit) =>
        Assert.Equal(fit, new PhotoDirector(new FrameSize(1080, 1920), width, height, cutOut: false, 5, 1920).Plan(PhotoMove.PushIn).Fit);

    [Fact]
    public void A_picture_without_pixels_stays_small_and_one_with_pixels_is_not_enlarged()
    {
        var frame = new FrameSize(1080, 1920);
        Assert.Equal(540, 64 * new PhotoDirector(frame, 64, 64, cutOut: false, 5, 1920).Plan(PhotoMove.PushIn).Start.Scale, 3);
        Assert.InRange(new PhotoDirector(frame, 100, 4000, cutOut: false, 5, 1920).Plan(PhotoMove.TiltUp).Enlargement, 0, 1.3);
        Assert.InRange(new PhotoDirector(frame, 12000, 9000, cutOut: false, 5, 1920).Plan(PhotoMove.PanLeft).Enlargement, 0, 1);
    }

    [Fact]
    public void A_picture_that_fits_above_the_captions_stands_there()
    {
        var plan = new PhotoDirector(new FrameSize(1080, 1920), 1920, 1080, cutOut: false, 5, freeUntil: 1300).Plan(PhotoMove.PushIn);
        Assert.True(plan.End.Y + 1080 * plan.End.Scale / 2 < 1300);
        Assert.True(plan.Start.Y < 960);
    }

    private static IEnumerable<(FrameSize Frame, (int Width, int Height) Size, double Seconds)> Cases() =>
        from aspect in Aspect.All
        from size in Sizes
        from seconds in new[] { 0.5, 4, 12 }
        select (aspect.Frame(540), size, seconds);
}
