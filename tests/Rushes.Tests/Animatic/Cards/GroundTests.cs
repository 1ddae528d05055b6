using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Cards;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Tests.Animatic.Cards;

public sealed class GroundTests
{
    private static readonly StageBox Drawn = new(-1600, -150, 3200, 1300);

    [Fact]
    public void A_drawing_is_centred_unless_it_is_anchored()
    {
        var room = Room(Aspect.Vertical);
        Assert.Equal(new StageBox(-281.25, 0, 562.5, 1000), GroundPainter.Region(new BackgroundFile(), Drawn, room));

        // The point 0,760 of the drawing lies in the middle of the room's lower edge.
        var region = GroundPainter.Region(new BackgroundFile { Anchor = [0, 760], At = [50, 100] }, Drawn, room);
        var unit = room.Size.Height / 1000.0;
        Assert.Equal(room.Box.Left + room.Box.Width / 2, (0 - region.Left) * unit, 6);
        Assert.Equal(room.Box.Bottom, (760 - region.Top) * unit, 6);
    }

    [Fact]
    public void Whatever_a_layout_asks_the_picture_never_sees_beyond_the_drawing()
    {
        foreach (var aspect in Aspect.All)
        {
            foreach (var (x, y) in new[] { (-3000.0, -900.0), (3000, 2000), (0, 400) })
            {
                var region = GroundPainter.Region(new BackgroundFile { Anchor = [x, y], At = [50, 50] }, Drawn, Room(aspect));
                Assert.InRange(region.Left, Drawn.Left, Drawn.Right - region.Width);
                Assert.InRange(region.Top, Drawn.Top, Drawn.Bottom - region.Height);
            }
        }
    }

    private static CardRoom Room(Aspect aspect) => new(aspect.Frame(1080), new StageBox(60, 90, aspect.Frame(1080).Width - 120, aspect.Frame(1080).Height - 300));
}
