using Rushes.Engine.Library;
using Rushes.Film.Scenes;

namespace Rushes.Tests.Library;

public sealed class ModelFitTests
{
    [Theory]
    [InlineData("9:16", "9:16")]
    [InlineData("4:5", "1:1")]
    [InlineData("1:1", "1:1")]
    [InlineData("21:9", "16:9")]
    public void The_aspect_that_loses_the_least_is_chosen(string film, string model) =>
        Assert.Equal(model, Model(["16:9", "9:16", "1:1"]).AspectFor(Aspect.Parse(film)));

    [Theory]
    [InlineData(540, "720p")]
    [InlineData(720, "720p")]
    [InlineData(1080, "1080p")]
    [InlineData(2160, "1080p")]
    public void The_least_resolution_that_covers_the_frame_is_chosen(int side, string resolution) =>
        Assert.Equal(resolution, (Model(["9:16"]) with { Resolutions = ["360p", "720p", "1080p"] }).ResolutionFor(Aspect.Vertical.Frame(side)));

    [Fact]
    public void A_model_of_one_size_names_none() => Assert.Null(Model(["9:16"]).ResolutionFor(new(540, 960)));

    [Theory]
    [InlineData(3.2, 4)]
    [InlineData(4.0, 4)]
    [InlineData(6.5, 8)]
    [InlineData(20, 8)]
    public void The_shortest_length_that_holds_the_scene_is_chosen(double scene, double clip) =>
        Assert.Equal(clip, (Model(["9:16"]) with { Lengths = [4, 6, 8] }).LengthFor(scene));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(5.5, 5.5)]
    [InlineData(60, 10)]
    public void Free_lengths_are_kept_within_their_range(double scene, double clip) =>
        Assert.Equal(clip, (Model(["9:16"]) with { Shortest = 3, Longest = 10 }).LengthFor(scene));

    private static VideoModel Model(IReadOnlyList<string> aspects) => new()
    {
        Id = "m",
        Provider = "p",
        Name = new("M"),
        Aspects = aspects,
        CheckedOn = new(2026, 11, 29),
    };
}
