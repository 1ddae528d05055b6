using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Cameras;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Tests.Animatic.Cameras;

public sealed class CameraPathTests
{
    private const double Seconds = 8;
    private static readonly FrameSize Size = new(1080, 1920);

    public static TheoryData<CameraMove> Moves => [.. Enum.GetValues<CameraMove>()];

    [Theory]
    [MemberData(nameof(Moves))]
    public void Nothing_jumps_from_one_frame_to_the_next(CameraMove move)
    {
        var path = Path(move, zoom: 2);
        var fastest = 0.0;
        for (var frame = 1; frame < 240; frame++)
        {
            var (before, now) = (path.At((frame - 1) / 30.0, 1, Plane.Set, withWorld: true), path.At(frame / 30.0, 1, Plane.Set, withWorld: true));
            fastest = Math.Max(fastest, Math.Abs(now.X - before.X) * now.Scale);
            fastest = Math.Max(fastest, Math.Abs(now.Y - before.Y) * now.Scale);
            fastest = Math.Max(fastest, Math.Abs(now.Scale / before.Scale - 1) * 960);
        }

        Assert.InRange(fastest, 0, 10);
        Assert.Equal(move == CameraMove.Static, fastest == 0);
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void What_is_far_moves_less(CameraMove move)
    {
        var path = Path(move, zoom: 1);
        double Travel(double depth) => Enumerable.Range(1, 240).Sum(frame =>
        {
            var (before, now) = (path.At((frame - 1) / 30.0, depth, Plane.Set, withWorld: true), path.At(frame / 30.0, depth, Plane.Set, withWorld: true));
            return Math.Abs(now.X - before.X) + Math.Abs(now.Y - before.Y) + Math.Abs(now.Scale - before.Scale);
        });
        Assert.Equal(0, Travel(0));
        if (move != CameraMove.Static)
            Assert.True(Travel(0.2) < Travel(0.5) && Travel(0.5) < Travel(1) && Travel(1) < Travel(1.6));
    }

    [Fact]
    public void Moves_go_where_they_say()
    {
        View First(CameraMove move) => Path(move, 1).At(0, 1, Plane.Set, withWorld: true);
        View Last(CameraMove move) => Path(move, 1).At(Seconds, 1, Plane.Set, withWorld: true);
        Assert.True(Last(CameraMove.ZoomIn).Scale > First(CameraMove.ZoomIn).Scale * 1.1);
        Assert.True(Last(CameraMove.ZoomOut).Scale < First(CameraMove.ZoomOut).Scale * 0.9);
        Assert.True(Last(CameraMove.PanRight).X > First(CameraMove.PanRight).X + 60);
        Assert.True(Last(CameraMove.PanLeft).X < First(CameraMove.PanLeft).X - 60);
        Assert.True(Last(CameraMove.TiltUp).Y < First(CameraMove.TiltUp).Y - 60);
        Assert.True(Last(CameraMove.TiltDown).Y > First(CameraMove.TiltDown).Y + 60);
        Assert.True(Last(CameraMove.Tracking).X > First(CameraMove.Tracking).X + 300);
        Assert.Equal(0, Path(CameraMove.Tracking, 1).At(Seconds, 1, Plane.Actors, withWorld: false).X);
    }

    [Theory]
    [InlineData(9, 16)]
    [InlineData(16, 9)]
    [InlineData(21, 9)]
    public void A_long_walk_stays_within_what_is_drawn(int wide, int high)
    {
        var size = new Aspect(wide, high).Frame(540);
        var path = new CameraPath(size, Framings.Of(new Framing(0, 500, 1)), CameraMove.Tracking, seconds: 60, Dice.Of(1));
        var seen = path.Seen(1, Plane.Set, withWorld: true);
        Assert.InRange(seen.Left, -1600, 0);
        Assert.InRange(seen.Right, 0, 1600);
    }

    private static CameraPath Path(CameraMove move, double zoom) => new(Size, Framings.Of(new Framing(0, 500, zoom)), move, Seconds, Dice.Of(7));
}
