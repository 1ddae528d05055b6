using Rushes.Providers.Animatic.Cards;

namespace Rushes.Tests.Animatic.Cards;

public sealed class ActTests
{
    public static TheoryData<string> Entrances => [.. Enum.GetNames<Entrance>()];

    public static TheoryData<string> Idles => [.. Enum.GetNames<Idle>()];

    [Theory]
    [MemberData(nameof(Entrances))]
    public void Everything_comes_smoothly_and_ends_exactly_where_it_rests(string how)
    {
        var act = Of(Enum.Parse<Entrance>(how), Idle.None);
        if (act.How != Entrance.None)
            Assert.Equal(0, act.Pose(0.49).Opacity);
        Assert.Equal(ActPose.Rest, act.Pose(act.At + Math.Max(act.Takes, 2.2)) with { Turn = 0 });
        Assert.Equal(0, act.Pose(act.At + 2.2).Turn, 9);
        var before = act.Pose(act.At);
        for (var time = act.At; time < act.At + act.Takes; time += 1 / 60.0)
        {
            var pose = act.Pose(time);
            Assert.InRange(pose.Scale, 0.6, 1.8);
            Assert.InRange(pose.Opacity, 0, 1);
            Assert.True(Math.Abs(pose.X - before.X) + Math.Abs(pose.Y - before.Y) <= 0.2 * act.Way + 8, $"jumps at {time:F2}");
            before = pose;
        }
    }

    [Theory]
    [InlineData("FromLeft", -1, 0)]
    [InlineData("FromRight", 1, 0)]
    [InlineData("FromAbove", 0, -1)]
    [InlineData("FromBelow", 0, 1)]
    public void What_flies_in_comes_from_its_side_and_goes_a_little_too_far(string how, int x, int y)
    {
        var act = Of(Enum.Parse<Entrance>(how), Idle.None);
        var start = act.Pose(act.At);
        Assert.Equal((x * act.Way, y * act.Way), (Math.Round(start.X, 6), Math.Round(start.Y, 6)));
        Assert.Contains(Enumerable.Range(0, 60).Select(step => act.Pose(act.At + act.Takes * step / 60)), pose => pose.X * x + pose.Y * y < -1);
    }

    [Theory]
    [MemberData(nameof(Idles))]
    public void Life_keeps_within_what_it_says_it_takes(string idle)
    {
        var act = Of(Entrance.Pop, Enum.Parse<Idle>(idle));
        for (var time = 2.0; time < 8; time += 1 / 30.0)
        {
            var pose = act.Pose(time);
            Assert.InRange(pose.Scale, 0.6, act.Growth + 1e-9);
            Assert.InRange(Math.Abs(pose.Y), 0, act.Rise + 1e-9);
            if (act.Idle is not (Idle.Turn or Idle.Shiver))
                Assert.InRange(pose.Turn, act.Turns().Min() - 1e-9, act.Turns().Max() + 1e-9);
            Assert.True(act.IsTurning || pose.Turn == 0);
        }
    }

    [Fact]
    public void A_button_beats_again_and_again()
    {
        var act = Of(Entrance.Pop, Idle.Pulse);
        var sizes = Enumerable.Range(60, 180).Select(frame => act.Pose(frame / 30.0).Scale).ToList();
        var beats = Enumerable.Range(1, sizes.Count - 2).Count(at => sizes[at] > 1.05 && sizes[at] >= sizes[at - 1] && sizes[at] > sizes[at + 1]);
        Assert.InRange(beats, 4, 6);
    }

    private static Act Of(Entrance how, Idle idle) => new(how, idle, At: 0.5, Takes: 0.7, Unit: 1080, Way: 900, Seconds: 8, Phase: 0.3);
}
