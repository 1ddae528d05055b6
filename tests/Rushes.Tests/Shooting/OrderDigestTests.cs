using Rushes.Engine.Shooting;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Tests.Shooting;

public sealed class OrderDigestTests
{
    private static readonly ShotOrder Order = Samples.Order() with
    {
        Lines = [new("Mèo", "Meo?", 0.5, 1.25, "/films/kitten/audio/lines/01.wav")],
        Picture = new("/films/kitten/images/a.png"),
        Card = new("Hook", ["/films/kitten/images/front.jpg"], "Tea"),
        FirstFrame = "/films/kitten/takes/last.png",
    };

    [Fact]
    public void It_stays_when_the_project_moves_and_for_copies_retries_and_a_longer_film()
    {
        var moved = Order with
        {
            Project = "/elsewhere",
            Take = 7,
            Seed = 99,
            SceneCount = 50,
            Lines = [Order.Lines[0] with { Wav = "/elsewhere/audio/lines/01.wav" }],
            Picture = Order.Picture! with { Path = "/elsewhere/images/a.png" },
            Card = Order.Card! with { Images = ["/elsewhere/images/front.jpg"] },
            FirstFrame = "/elsewhere/takes/last.png",
        };
        Assert.Equal(OrderDigest.Of(Order), OrderDigest.Of(moved));
        Assert.Equal(64, OrderDigest.Of(Order).Length);
    }

    [Fact]
    public void It_changes_with_whatever_changes_the_picture()
    {
        ShotOrder[] changed =
        [
            Order,
            Order with { Scene = 2 },
            Order with { Prompt = "Another one" },
            Order with { Frames = 121 },
            Order with { Size = new(1080, 1920) },
            Order with { Style = "noir" },
            Order with { Model = "veo" },
            Order with { Slate = false },
            Order with { Shot = Order.Shot with { Emotion = "fear" } },
            Order with { Cast = [new() { Name = "Mèo" }] },
            Order with { Captions = [new(0, 1, null, "Meo?")] },
            Order with { Lines = [Order.Lines[0] with { End = 1.5 }] },
            Order with { Picture = Order.Picture! with { Path = "/films/kitten/images/b.png" } },
            Order with { Card = Order.Card! with { Price = "1" } },
        ];
        Assert.Equal(changed.Length, changed.Select(OrderDigest.Of).Distinct().Count());
    }

    [Fact]
    public void It_is_the_same_after_the_order_was_stored_and_read_again() =>
        Assert.Equal(OrderDigest.Of(Order), OrderDigest.Of(OrderJson.Read(OrderJson.Write(Order))));

    [Fact]
    public void Copies_have_other_seeds_the_same_every_time_that_every_provider_takes()
    {
        var seeds = Enumerable.Range(0, 12).Select(copy => Seeds.OfCopy(42, copy)).ToList();
        Assert.Equal(42, seeds[0]);
        Assert.Equal(12, seeds.Distinct().Count());
        Assert.All(seeds, seed => Assert.InRange(seed, 0, int.MaxValue));
        Assert.Equal(seeds, Enumerable.Range(0, 12).Select(copy => Seeds.OfCopy(42, copy)));
    }
}
