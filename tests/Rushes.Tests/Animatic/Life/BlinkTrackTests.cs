using Rushes.Providers.Animatic.Life;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Tests.Animatic.Life;

public sealed class BlinkTrackTests
{
    [Fact]
    public void Eyes_blink_now_and_then_and_not_at_the_very_end()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var track = new BlinkTrack(10, Dice.Of(seed));
            var closed = Enumerable.Range(0, 300).Count(frame => track.ClosedAt(frame / 30.0));
            Assert.InRange(closed, 4, 40);
            Assert.False(track.ClosedAt(9.99));
        }
    }

    [Fact]
    public void Who_sleeps_keeps_them_closed() => Assert.True(new BlinkTrack(3, Dice.Of(1), eyesShut: true).ClosedAt(0));
}
