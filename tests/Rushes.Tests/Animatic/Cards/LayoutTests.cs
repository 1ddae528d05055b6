using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Shooting;
using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Cards;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Tests.Cutting;

namespace Rushes.Tests.Animatic.Cards;

public sealed class LayoutTests
{
    private static readonly string?[] Platforms = [null, "tiktok", "facebook"];

    public static TheoryData<string> Beats => [.. Products.Beats];

    [Theory]
    [MemberData(nameof(Beats))]
    public void Whatever_is_sold_wherever_words_keep_to_their_lines_and_everything_to_the_free_zone_above_the_captions(string beat)
    {
        foreach (var aspect in Aspect.All)
        {
            foreach (var (card, platform, cutOut, captionsFrom) in Cases(beat))
            {
                var plan = Products.Plan(card, aspect, platform, cutOut, captionsFrom);
                var zone = new PlatformZones(new RepositoryData()).Of(platform, plan.Room.Size).Within(plan.Room.Size);
                var free = StageBox.Between(zone.X, zone.Y, zone.Right, Math.Min(zone.Bottom, plan.Room.Size.Height * captionsFrom));
                foreach (var piece in plan.Pieces.Where(piece => piece is not FallPiece))
                {
                    if (((piece as TextPiece)?.Text ?? (piece as DrawingPiece)?.Text) is { } words)
                        Assert.InRange(words.Lines.Count, 1, piece.Item.Lines);
                    for (var time = 2.9; time < 4; time += 0.13)
                    {
                        var taken = Taken(piece, time);
                        Assert.True(
                            taken.Left >= free.Left - 1 && taken.Top >= free.Top - 1 && taken.Right <= free.Right + 1 && taken.Bottom <= free.Bottom + 1,
                            $"{beat} {aspect} {platform}: {piece.Item.Show} {piece.Item.Text}{piece.Item.Drawing} at {time:F1} takes {taken} of {free}");
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Beats))]
    public void A_product_with_nothing_but_a_name_and_a_photo_is_shown_without_gaps_to_fill(string beat)
    {
        foreach (var aspect in Aspect.All)
        {
            var plan = Products.Plan(Products.Bare(beat), aspect);
            Assert.Contains(plan.Pieces, piece => piece is TextPiece { Item.Text: "headline" } or DrawingPiece { Item.Text: "headline" });
            Assert.DoesNotContain(plan.Pieces, piece => piece.Item.Text is "name" or "price" or "offer" or "call" || piece is CodePiece || piece.Item.Show == ItemKind.Person);
            Assert.True(plan.Background.Drawing is null || plan.Pieces.Any(piece => piece is PhotoPiece or DrawingPiece));
        }
    }

    [Fact]
    public void Price_offer_and_call_are_shown_where_the_film_sells_and_nowhere_before()
    {
        foreach (var aspect in Aspect.All)
        {
            string[] Shown(string beat) => [.. Products.Plan(Products.Whole(beat), aspect).Pieces.Select(piece => piece.Item.Text).OfType<string>().Distinct()];
            Assert.All(new[] { "Hook", "Problem", "Agitation", "Solution", "Proof" }, beat => Assert.Empty(Shown(beat).Intersect(["price", "offer", "call"])));
            Assert.Superset(new HashSet<string> { "headline", "price", "offer" }, Shown("Desire").ToHashSet());
            Assert.Superset(new HashSet<string> { "headline", "price", "offer", "call" }, Shown("Action").ToHashSet());
            Assert.Contains(Products.Plan(Products.Whole("Action"), aspect).Pieces, piece => piece is CodePiece);
        }
    }

    [Fact]
    public void Every_beat_has_a_card_of_its_own()
    {
        foreach (var aspect in Aspect.All)
        {
            var looks = Products.Beats
                .Select(beat => Products.Plan(Products.Whole(beat), aspect))
                .Select(plan => string.Join('|', plan.Pieces.Select(piece => $"{piece.Item.Show} {piece.Rest.Left:F0} {piece.Rest.Top:F0} {piece.Act.How}")))
                .ToList();
            Assert.Equal(looks.Count, looks.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void A_person_may_appear_in_hook_and_proof_alone()
    {
        foreach (var beat in Products.Beats)
        {
            var shows = Products.Plan(Products.Whole(beat), Aspect.Vertical).Pieces.Any(piece => piece.Item.Show == ItemKind.Person);
            Assert.Equal(beat is "Hook" or "Proof", shows);
        }
    }

    [Fact]
    public void An_unknown_beat_is_shown_like_the_solution()
    {
        var known = Products.Plan(Products.Whole("Solution"), Aspect.Vertical);
        var unknown = Products.Plan(Products.Whole("../Twist"), Aspect.Vertical);
        Assert.Equal(known.Pieces.Select(piece => piece.Rest), unknown.Pieces.Select(piece => piece.Rest));
    }

    [Fact]
    public void The_room_between_platform_and_captions_decides_the_shape()
    {
        Assert.Equal(CardShape.Tall, Products.Plan(Products.Whole("Hook"), Aspect.Vertical).Room.Shape);
        Assert.Equal(CardShape.Square, Products.Plan(Products.Whole("Hook"), Aspect.Vertical, "facebook", captionsFrom: 0.52).Room.Shape);
        Assert.Equal(CardShape.Square, Products.Plan(Products.Whole("Hook"), Aspect.Square).Room.Shape);
        Assert.Equal(CardShape.Wide, Products.Plan(Products.Whole("Hook"), Aspect.Landscape).Room.Shape);
        Assert.Equal(CardShape.Wide, Products.Plan(Products.Whole("Hook"), Aspect.Cinema).Room.Shape);
    }

    private static IEnumerable<(SalesCard Card, string? Platform, bool CutOut, double CaptionsFrom)> Cases(string beat) =>
        from card in new[] { Products.Whole(beat), Products.Long(beat), Products.Bare(beat), Products.Whole(beat) with { Link = null, Offer = null } }
        from platform in Platforms
        from cutOut in new[] { false, true }
        from captionsFrom in new[] { 1, 0.72 }
        select (card, platform, cutOut, captionsFrom);

    /// <summary>The box around a piece as it stands at a moment, its lean, swing and breath included.</summary>
    private static StageBox Taken(Piece piece, double time)
    {
        var pose = piece.Act.Pose(time);
        if (piece.Act.Idle == Idle.Turn)
            pose = pose with { Turn = -piece.Item.Tilt };
        var rest = piece.Rest;
        var (pivotX, pivotY) = (rest.Left + rest.Width * piece.Item.Hinge[0] / 100, rest.Top + rest.Height * piece.Item.Hinge[1] / 100);
        var (sin, cos) = Math.SinCos((piece.Item.Tilt + pose.Turn) * Math.PI / 180);
        var corners = new[] { (rest.Left, rest.Top), (rest.Right, rest.Top), (rest.Left, rest.Bottom), (rest.Right, rest.Bottom) }
            .Select(corner => (X: (corner.Item1 - pivotX) * pose.Scale, Y: (corner.Item2 - pivotY) * pose.Scale))
            .Select(corner => (X: pivotX + corner.X * cos - corner.Y * sin + pose.X, Y: pivotY + corner.X * sin + corner.Y * cos + pose.Y))
            .ToList();
        return StageBox.Between(corners.Min(corner => corner.X), corners.Min(corner => corner.Y), corners.Max(corner => corner.X), corners.Max(corner => corner.Y));
    }
}
