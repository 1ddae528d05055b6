using FsCheck;
using FsCheck.Fluent;
using Rushes.Engine.Library;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Scripts;

public sealed class SceneLengthsTests
{
    public static TheoryData<string> Models => ["any", "8", "4,6,8", "3-10", "5-8"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_total_is_met_exactly_by_scenes_that_can_be_filmed(string model)
    {
        var clips = Clips(model);
        for (var total = 3; total <= 3600; total += total < 400 ? 1 : 37)
        {
            var count = SceneLengths.Count(total, clips);
            var lengths = SceneLengths.Share(total, clips, Weights(count, total));
            Assert.Equal(total, lengths.Sum(), 6);
            Assert.All(lengths, length => Assert.InRange(length, Math.Min(2, total), Math.Max(clips.ClipFor(length), 0)));
        }
    }

    [Fact]
    public void Every_total_can_be_filmed_with_every_model_of_the_product()
    {
        foreach (var model in new ModelBook(ProductData.Shelf).All)
        {
            for (var total = 3; total <= 3600 && total <= ScriptJson.MostScenes * Math.Min(8, model.Clips.Longest); total += total < 130 ? 1 : 89)
            {
                var lengths = SceneLengths.Share(total, model.Clips, Weights(SceneLengths.Count(total, model.Clips), total));
                Assert.Equal(total, lengths.Sum(), 6);
                Assert.All(lengths, length => Assert.True(length > 0 && length <= model.Clips.Longest + 1e-6, $"{model.Id}: {length} s of {total} s"));
            }
        }
    }

    [Fact]
    public void Several_models_share_their_common_lengths_or_else_the_shortest_longest_clip()
    {
        Assert.Equal(ClipLengths.Any, ClipLengths.Common([]));
        Assert.Equal([4, 8], ClipLengths.Common([ClipLengths.Of(4, 6, 8), ClipLengths.Of(4, 8, 12)]).Fixed);
        Assert.Equal([4, 6], ClipLengths.Common([ClipLengths.Of(4, 6, 8), ClipLengths.Between(3, 7)]).Fixed);
        var apart = ClipLengths.Common([ClipLengths.Of(5, 10), ClipLengths.Of(8), ClipLengths.Any]);
        Assert.Equal((0, 8.0), (apart.Fixed.Count, apart.Longest));
    }

    [Fact]
    public void A_fraction_of_a_second_is_kept()
    {
        var any = Gen.Choose(300, 36_000).Select(hundredths => hundredths / 100.0).ToArbitrary();
        Prop.ForAll(any, total =>
        {
            var lengths = SceneLengths.Share(total, ClipLengths.Any, Weights(SceneLengths.Count(total, ClipLengths.Any), 1));
            Assert.Equal(total, lengths.Sum(), 6);
            Assert.All(lengths, length => Assert.InRange(length, 1, 9));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Short_films_have_scenes_of_three_to_eight_seconds()
    {
        for (var total = 6; total <= 120; total++)
            Assert.All(SceneLengths.Share(total, ClipLengths.Any, Weights(SceneLengths.Count(total, ClipLengths.Any), total)), length => Assert.InRange(length, 3, 8));
    }

    [Fact]
    public void A_model_of_several_lengths_is_trimmed_only_where_they_do_not_add_up()
    {
        var clips = ClipLengths.Of(4, 6, 8);
        Assert.All(SceneLengths.Share(32, clips, Weights(SceneLengths.Count(32, clips), 1)), length => Assert.Contains(length, clips.Fixed));
    }

    [Fact]
    public void Seventeen_seconds_of_eight_second_clips_leave_no_scrap()
    {
        var clips = ClipLengths.Of(8);
        Assert.Equal(3, SceneLengths.Count(17, clips));
        Assert.All(SceneLengths.Share(17, clips, [1, 1, 1]), length => Assert.InRange(length, 5, 6));
    }

    private static ClipLengths Clips(string model) => model switch
    {
        "any" => ClipLengths.Any,
        "8" => ClipLengths.Of(8),
        "4,6,8" => ClipLengths.Of(4, 6, 8),
        "3-10" => ClipLengths.Between(3, 10),
        _ => ClipLengths.Between(5, 8),
    };

    private static double[] Weights(int count, int seed) => [.. Enumerable.Range(0, count).Select(i => 0.7 + (((i * 7) + seed) % 5 * 0.15))];
}
