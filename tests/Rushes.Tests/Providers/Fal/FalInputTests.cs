using System.Text.Json;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Film.Briefs;
using Rushes.Providers.Fal;
using Rushes.Providers.Http;
using Rushes.Tests.Cutting;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Tests.Providers.Fal;

public sealed class FalInputTests
{
    private static readonly JsonSerializerOptions Lenient = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private static readonly ModelBook Models = new(new DataShelf(new RepositoryData()));

    [Theory]
    [InlineData("fal-veo-3.1-fast", """{"prompt":"P","aspect_ratio":"9:16","duration":"6s","resolution":"720p","seed":41,"generate_audio":true,"negative_prompt":"N"}""")]
    [InlineData("fal-kling-3-pro-silent", """{"prompt":"P","aspect_ratio":"9:16","duration":"5","generate_audio":false,"negative_prompt":"N"}""")]
    [InlineData("fal-ltx-2.3", """{"prompt":"P","aspect_ratio":"9:16","duration":6,"resolution":"1080p","fps":25,"generate_audio":true}""")]
    [InlineData("fal-gemini-omni-1.2", """{"prompt":"P","aspect_ratio":"9:16","duration":5}""")]
    public void Every_model_is_told_in_fields_of_its_own(string model, string fields)
    {
        var order = Samples.Order() with { Prompt = "P", Negative = "N", Frames = 150 };
        AssertSame(fields, Of(order, model)!.Fields.ToJsonString());
    }

    [Theory]
    [InlineData("fal-veo-3.1-fast", "fal-ai/veo3.1/fast", "fal-ai/veo3.1/fast/image-to-video", "image_url")]
    [InlineData("fal-kling-3-standard", "fal-ai/kling-video/v3/standard/text-to-video", "fal-ai/kling-video/v3/standard/image-to-video", "start_image_url")]
    [InlineData("fal-ltx-2.3-fast", "fal-ai/ltx-2.3/text-to-video/fast", "fal-ai/ltx-2.3/image-to-video/fast", "image_url")]
    public void A_picture_leads_to_another_endpoint(string model, string text, string image, string field)
    {
        Assert.Equal(text, Of(Samples.Order(), model)!.Endpoint.Id);
        var pictured = Of(Samples.Order() with { Picture = new Picture("/films/a.jpg") }, model)!;
        Assert.Equal(image, pictured.Endpoint.Id);
        Assert.Equal("/films/a.jpg", pictured.Pictures[field]);
    }

    [Fact]
    public void First_and_last_frame_have_an_endpoint_or_a_field_for_both()
    {
        var order = Samples.Order() with { FirstFrame = "/films/a.png", LastFrame = "/films/b.png" };
        var veo = Of(order, "fal-veo-3.1")!;
        Assert.Equal("fal-ai/veo3.1/first-last-frame-to-video", veo.Endpoint.Id);
        Assert.Equal(("/films/a.png", "/films/b.png"), (veo.Pictures["first_frame_url"], veo.Pictures["last_frame_url"]));
        var kling = Of(order, "fal-kling-3-pro")!;
        Assert.Equal(("/films/a.png", "/films/b.png"), (kling.Pictures["start_image_url"], kling.Pictures["end_image_url"]));
        Assert.False(kling.Fields.ContainsKey("aspect_ratio"));
    }

    [Fact]
    public void A_product_and_its_speaker_are_references_where_the_model_takes_any()
    {
        var order = Samples.Order() with
        {
            Card = new SalesCard("Solution", ["/p/a.jpg", "/p/b.jpg"], "Lamp", Person: "/p/host.jpg"),
            References = [new("/p/a.jpg"), new("/p/host.jpg"), new("/p/b.jpg")],
        };
        var veo = Of(order, "fal-veo-3.1")!;
        Assert.Equal("fal-ai/veo3.1/reference-to-video", veo.Endpoint.Id);
        Assert.Equal(["/p/a.jpg", "/p/host.jpg", "/p/b.jpg"], veo.Lists["image_urls"]);
        Assert.Equal("/p/a.jpg", Of(order, "fal-ltx-2.3")!.Pictures["image_url"]);
    }

    [Fact]
    public void The_box_of_further_input_is_stronger_than_what_Rushes_says()
    {
        var wire = JsonSerializer.Deserialize<FalWire>(
            """{"text":{"id":"me/own"},"duration":"duration","duration_as":"number","input":{"duration":9,"motion":{"strength":0.5}}}""",
            Lenient)!;
        var model = new VideoModel { Id = "own", Provider = "fal", Name = new("Own"), Aspects = ["9:16"], Shortest = 1, Longest = 20, CheckedOn = new(2026, 11, 1) };
        AssertSame("""{"prompt":"P","duration":9,"motion":{"strength":0.5}}""", FalInput.Of(Samples.Order() with { Prompt = "P" }, model, wire)!.Fields.ToJsonString());
        Assert.Null(FalInput.Of(Samples.Order() with { FirstFrame = "/a.png" }, model, wire));
    }

    [Fact]
    public void Every_model_of_fal_in_the_data_can_be_told()
    {
        Assert.NotEmpty(Models.Of("fal"));
        foreach (var model in Models.Of("fal"))
        {
            Assert.NotNull(Of(Samples.Order(), model.Id));
            Assert.NotNull(Of(Samples.Order() with { FirstFrame = "/a.png" }, model.Id));
        }
    }

    private static FalInput? Of(ShotOrder order, string model)
    {
        var (found, wire) = ModelWire.Find<FalWire>(Models, "fal", model, out _)!.Value;
        return FalInput.Of(order, found, wire);
    }

    private static void AssertSame(string expected, string actual) => Assert.True(
        System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(expected), System.Text.Json.Nodes.JsonNode.Parse(actual)), actual);
}
