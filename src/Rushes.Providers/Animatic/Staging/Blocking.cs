using Rushes.Engine.Shooting;
using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Puts the players on the stage: where they stand, whom they face, what their bodies do.</summary>
internal sealed class Blocking(ArtLibrary art)
{
    public const string Stand = "stand";
    public const string Walk = "walk";
    public const string Talk = "talk";
    public const string Sit = "sit";
    public const string Hold = "hold";

    /// <summary>Drawings between the two steps of a walk: one every tenth of a second is what drawn films take.</summary>
    private const int BetweenSteps = 3;

    /// <summary>How small people are when seen from high above.</summary>
    private const double FromAbove = 0.58;

    /// <param name="players">Most important first.</param>
    /// <param name="holds">The first player has something to hold.</param>
    public IReadOnlyList<Actor> Block(ShotOrder order, IReadOnlyList<Player> players, CameraDirection camera, PlaceFile place, bool holds, Dice dice)
    {
        var seen = camera.Shot == CameraShot.Pov ? Others(players) : players;
        if (camera.Shot == CameraShot.CloseUp && seen.Count > 1)
            seen = [seen[0]];
        var wide = Math.Min(1.25, Math.Max(1, (double)order.Size.Width / order.Size.Height));
        var flip = dice.Heads("sides");
        var actors = new List<Actor>();
        for (var index = 0; index < seen.Count; index++)
        {
            var (x, back) = Spot(seen.Count, index, wide, flip, dice);
            var pose = PoseOf(order, seen[index], camera, index == 0 && holds, index == 0, seen.Count == 1, dice);
            var left = FacesLeft(seen.Count, x, pose, camera, flip, dice);
            var (height, foot) = Stature(seen[index].File, place, camera, back || IsDwarfed(seen, index), index, dice);
            actors.Add(Make(seen[index], pose, camera.Shot == CameraShot.Aerial && !place.Indoor ? x * 0.7 : x, foot, height, left));
        }

        return actors;
    }

    /// <summary>Who is seen by the one whose eyes the camera is: rather by a listener's.</summary>
    private static List<Player> Others(IReadOnlyList<Player> players)
    {
        var eyes = players.FirstOrDefault(player => !player.Speaks) ?? (players.Count > 0 ? players[0] : null);
        return [.. players.Where(player => !ReferenceEquals(player, eyes))];
    }

    private Actor Make(Player player, string pose, double x, double foot, double height, bool left)
    {
        var drawings = Drawings(player.Figure, pose);
        var actor = new Actor(player, pose, drawings, x, foot, height, left, null);
        return actor with { FaceBox = actor.Mark("face-box") };
    }

    private List<SvgDrawing> Drawings(string figure, string pose)
    {
        string[] wanted = pose == Walk ? ["walk", "walk-2"] : [pose];
        var files = wanted.Select(name => $"figures/{figure}/{name}.svg").Where(art.Has).ToList();
        if (files.Count == 0)
            files = [$"figures/{figure}/stand.svg"];
        var drawings = files.ConvertAll(art.Drawing);
        return drawings is [var first, var second] ? Stride(first, second) : drawings;
    }

    /// <summary>From one step to the other; without what lies between where the two are not made of the same parts.</summary>
    private static List<SvgDrawing> Stride(SvgDrawing first, SvgDrawing second)
    {
        List<SvgDrawing> stride = [first];
        for (var between = 1; between <= BetweenSteps; between++)
        {
            if (first.Towards(second, between / (BetweenSteps + 1.0)) is { } drawing)
                stride.Add(drawing);
        }

        stride.Add(second);
        return stride;
    }

    private static (double X, bool Back) Spot(int count, int index, double wide, bool flip, Dice dice)
    {
        var jitter = dice.Between($"spot{index}", -12, 12);
        var side = flip ? 1 : -1;
        return count switch
        {
            1 => (side * dice.Between("alone", 18, 70) * wide * wide, false),
            2 => (side * (index == 0 ? 88 : -88) * wide + jitter, false),
            _ => index switch
            {
                0 => (side * 132 * wide + jitter, false),
                1 => (-side * 132 * wide + jitter, false),
                _ => (jitter, true),
            },
        };
    }

    private string PoseOf(ShotOrder order, Player player, CameraDirection camera, bool holds, bool first, bool alone, Dice dice)
    {
        if (camera.Shot == CameraShot.CloseUp)
            return player.Speaks ? Talk : Stand;
        if (camera.Move == CameraMove.Tracking)
            return Walk;
        var named = art.PoseWords(order.Language).All($"{order.Shot.Prompt}").Where(hit => hit.Meaning != Hold).Select(hit => hit.Meaning).ToList();

        // Everybody does what the prompt says, except who speaks while others listen.
        if (first && named.Contains(Sit) && !player.Speaks)
            return Sit;
        if (holds)
            return Hold;
        if (player.Speaks)
            return Talk;
        if (named.Contains(Walk) && !order.Lines.Any(line => line.Speaker is not null))
            return Walk;
        var sinks = Feelings.Of(art, order) == Feeling.Low && alone && camera.Shot is CameraShot.Wide or CameraShot.Medium && dice.Heads("sinks");
        return named.Contains(Sit) || sinks ? Sit : Stand;
    }

    private static bool FacesLeft(int count, double x, string pose, CameraDirection camera, bool flip, Dice dice)
    {
        if (pose == Walk)
            return flip;
        if (camera.Shot == CameraShot.Pov && count == 1)
            return dice.Heads("looks");
        return count == 1 ? x > 0 == dice.Roll("looks") < 0.8 : x > 0;
    }

    /// <summary>A small one beside a tall one stands farther back, where no caption hides it.</summary>
    private static bool IsDwarfed(IReadOnlyList<Player> players, int index) => players[index].File.Height < players.Max(player => player.File.Height) / 2;

    private static (double Height, double Foot) Stature(FigureFile figure, PlaceFile place, CameraDirection camera, bool back, int index, Dice dice)
    {
        if (camera.Shot == CameraShot.Aerial && !place.Indoor)
            return (figure.Height * FromAbove, place.Ground + 2 + index * 9);

        var foot = place.Ground + (back ? -40 : 4 + dice.Between($"foot{index}", 0, 8));
        return (figure.Height * (back ? 0.96 : 1), foot);
    }
}
