using System.Text.Json;
using System.Text.Json.Nodes;
using Rushes.Engine.Library;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Providers.ComfyUi;
using Rushes.Providers.Http;
using Rushes.Tests.Cutting;
using Rushes.Tests.Shooting.Shared;
using Workflow = Rushes.Providers.ComfyUi.Workflow;

namespace Rushes.Tests.Providers.ComfyUi;

public sealed class WorkflowTests
{
    private static readonly DataShelf Shelf = new(new RepositoryData());
    private static readonly ModelBook Models = new(Shelf);

    [Fact]
    public void Placeholders_are_replaced_in_the_parsed_json_with_values_of_their_type()
    {
        var workflow = new Workflow((JsonObject)JsonNode.Parse("""
            {"1":{"class_type":"Text","inputs":{"text":"{{prompt}}","clip":["2",0]}},"2":{"class_type":"Sampler","inputs":{"seed":"{{ seed }}","name":"a/{{filename_prefix}}_{{seed}}","keep":"}}{"}}}
            """)!);
        const string Prompt = "A \"quoted\" {{seed}} line\nwith \\ and }}";
        var nodes = workflow.Fill(new Dictionary<string, JsonValue>
        {
            ["prompt"] = JsonValue.Create(Prompt),
            ["seed"] = JsonValue.Create(5_000_000_000L),
            ["filename_prefix"] = JsonValue.Create("rushes"),
        }).Nodes!;
        Assert.Equal(Prompt, (string?)nodes["1"]!["inputs"]!["text"]);
        Assert.Equal(5_000_000_000L, (long?)nodes["2"]!["inputs"]!["seed"]);
        Assert.Equal("a/rushes_5000000000", (string?)nodes["2"]!["inputs"]!["name"]);
        Assert.Equal("}}{", (string?)nodes["2"]!["inputs"]!["keep"]);
        Assert.Equal("2", (string?)nodes["1"]!["inputs"]!["clip"]![0]);
    }

    [Fact]
    public void A_placeholder_that_nothing_is_known_for_is_named()
    {
        var workflow = new Workflow((JsonObject)JsonNode.Parse("""{"1":{"class_type":"Text","inputs":{"text":"{{mood}}"}}}""")!);
        Assert.Equal("mood", workflow.Fill(new Dictionary<string, JsonValue>()).Unknown);
    }

    [Theory]
    [InlineData("""{"nodes":[],"links":[]}""")]
    [InlineData("""{"1":{"inputs":{}}}""")]
    [InlineData("{}")]
    public void A_file_that_is_not_in_the_api_format_is_no_workflow(string json) =>
        Assert.Contains("Export (API)", Assert.Throws<FormatException>(() => new Workflow((JsonObject)JsonNode.Parse(json)!)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(3.7, 16, 4, 61)]
    [InlineData(5, 16, 4, 81)]
    [InlineData(10, 24, 8, 241)]
    [InlineData(4, 24, 8, 97)]
    [InlineData(0.01, 16, 4, 5)]
    [InlineData(2, 25, 1, 50)]
    public void A_length_holds_the_scene_in_the_steps_of_the_model(double seconds, double fps, int step, int frames) =>
        Assert.Equal(frames, WorkflowOrder.FramesOf(seconds, fps, step));

    [Fact]
    public void Every_workflow_of_the_data_can_be_filled_and_saves_a_video()
    {
        var tried = 0;
        foreach (var model in Models.Of("comfyui"))
        {
            var (_, wire) = ModelWire.Find<ComfyWire>(Models, "comfyui", model.Id, out _)!.Value;
            foreach (var order in new[]
            {
                Samples.Order(),
                Samples.Order() with { Picture = new Picture("/p/a.png") },
                Samples.Order() with { FirstFrame = "/p/a.png", LastFrame = "/p/b.png" },
            })
            {
                var wanted = WorkflowOrder.Of(order, model, wire, "id")!;
                foreach (var picture in wanted.Pictures.Keys)
                    wanted.Values[picture] = JsonValue.Create(picture + ".png");
                var workflow = new WorkflowShelf(Shelf).Find(wanted.File, out _)!;
                var (nodes, unknown) = workflow.Fill(wanted.Values);
                Assert.Null(unknown);
                AssertWhole(nodes!);
                Assert.NotEmpty(Workflow.SamplersOf(nodes!));
                Assert.Equal(
                    wanted.Pictures.Keys.Select(picture => picture + ".png").Order(),
                    nodes!.Select(node => node.Value!["inputs"]!["image"]).OfType<JsonValue>().Select(image => (string?)image).Order());
                tried++;
            }
        }

        Assert.Equal(6, tried);
    }

    [Fact]
    public void A_vertical_film_is_filmed_at_the_models_own_size()
    {
        var model = Models.Find("comfyui", "wan-2.2")!;
        var (_, wire) = ModelWire.Find<ComfyWire>(Models, "comfyui", "wan-2.2", out _)!.Value;
        var values = WorkflowOrder.Of(Samples.Order() with { Aspect = Aspect.Vertical, Frames = 9000 }, model, wire, "id")!.Values;
        Assert.Equal((480, 848, 81, 16), ((int)values["width"]!, (int)values["height"]!, (int)values["length"]!, (int)values["fps"]!));
        Assert.Equal("rushes/id", (string?)values["filename_prefix"]);
        Assert.NotEmpty((string)values["negative"]!);
    }

    /// <summary>Every link leads to a node, no placeholder is left, and a video is saved.</summary>
    private static void AssertWhole(JsonObject nodes)
    {
        Assert.Contains(nodes, node => (string?)node.Value!["class_type"] == "SaveVideo");
        foreach (var (_, node) in nodes)
        {
            foreach (var (name, value) in node!["inputs"]!.AsObject())
            {
                if (value is JsonArray link)
                    Assert.True(nodes.ContainsKey((string)link[0]!), $"{name} leads to {link[0]}");
                else if (value!.GetValueKind() == JsonValueKind.String)
                    Assert.DoesNotContain("{{", (string)value!, StringComparison.Ordinal);
            }
        }
    }
}
