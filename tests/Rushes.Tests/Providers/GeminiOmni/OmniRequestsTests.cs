using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Film.Scenes;
using Rushes.Providers.GeminiOmni;
using Rushes.Providers.Http;
using Rushes.Tests.Cutting;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Tests.Providers.GeminiOmni;

public sealed class OmniRequestsTests
{
    private static readonly VideoModel Model = new ModelBook(new DataShelf(new RepositoryData())).Find("gemini-omni", "gemini-omni-1.1-flash")!;
    private static readonly PictureUpload Picture = new([1, 2, 3], "image/png", "d");

    [Theory]
    [InlineData(120, "4s")]
    [InlineData(165, "5.5s")]
    [InlineData(166, "5.6s")]
    [InlineData(30, "3s")]
    [InlineData(9000, "10s")]
    public void A_duration_is_text_that_holds_the_whole_scene_within_what_the_model_films(int frames, string duration) =>
        Assert.Equal(duration, (string?)Film(Samples.Order() with { Frames = frames }, NoPictures)["response_format"]!["duration"]);

    [Theory]
    [InlineData("9:16", "9:16")]
    [InlineData("4:5", "9:16")]
    [InlineData("21:9", "16:9")]
    public void Another_aspect_is_filmed_in_the_nearest_one(string wanted, string filmed) =>
        Assert.Equal(filmed, (string?)Film(Samples.Order() with { Aspect = Aspect.Parse(wanted) }, NoPictures)["response_format"]!["aspect_ratio"]);

    [Fact]
    public void The_request_runs_in_the_background_and_asks_for_an_address()
    {
        var body = Film(Samples.Order() with { Seed = uint.MaxValue }, NoPictures);
        Assert.True((bool)body["background"]!);
        Assert.Equal(("gemini-omni-1.1-flash", "uri", "720p", "text_to_video"), (
            (string?)body["model"], (string?)body["response_format"]!["delivery"], (string?)body["response_format"]!["resolution"],
            (string?)body["generation_config"]!["video_config"]!["task"]));
        Assert.InRange((long)body["generation_config"]!["seed"]!, 0, int.MaxValue);
        Assert.Equal("A kitten in the rain, shot 1", (string?)Assert.Single(body["input"]!.AsArray())!["text"]);
    }

    [Theory]
    [InlineData(true, false, 0, "image_to_video", "P")]
    [InlineData(true, true, 0, "image_to_video", "[# Sources <FIRST_FRAME>@Image1 <LAST_FRAME>@Image2] P")]
    [InlineData(true, false, 1, "image_to_video", "[# Sources <FIRST_FRAME>@Image1] [# References <IMAGE_REF_0>@Image2] P")]
    [InlineData(false, false, 2, "reference_to_video", "[# References <IMAGE_REF_0>@Image1 <IMAGE_REF_1>@Image2] P")]
    public void Pictures_are_named_in_the_text_by_their_places(bool first, bool last, int references, string task, string text)
    {
        var pictures = new OmniPictures(first ? Picture : null, last ? Picture : null, [.. Enumerable.Repeat(Picture, references)]);
        var input = Film(Samples.Order() with { Prompt = "P" }, pictures)["input"]!.AsArray();
        Assert.Equal((task, text), (pictures.Task, (string?)input[^1]!["text"]));
        Assert.Equal(pictures.All.Count(), input.Count - 1);
        Assert.All(input.SkipLast(1), block => Assert.Equal(("image", "image/png", "AQID"), ((string?)block!["type"], (string?)block["mime_type"], (string?)block["data"])));
    }

    private static OmniPictures NoPictures { get; } = new(null, null, []);

    private static System.Text.Json.Nodes.JsonObject Film(ShotOrder order, OmniPictures pictures) => OmniRequests.Film(order, Model, "gemini-omni-1.1-flash", pictures);
}
