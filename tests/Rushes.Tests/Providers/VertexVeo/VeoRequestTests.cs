using System.Text.Json.Nodes;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Film.Scenes;
using Rushes.Providers.Http;
using Rushes.Providers.VertexVeo;
using Rushes.Tests.Cutting;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Tests.Providers.VertexVeo;

public sealed class VeoRequestTests : IDisposable
{
    private static readonly ModelBook Models = new(new DataShelf(new RepositoryData()));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rushes-veo-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(100, 4)]
    [InlineData(120, 4)]
    [InlineData(150, 6)]
    [InlineData(600, 8)]
    public async Task A_length_is_one_that_the_model_films(int frames, int seconds) =>
        Assert.Equal(seconds, (int?)(await ParametersAsync(Samples.Order() with { Frames = frames }))["durationSeconds"]);

    [Fact]
    public async Task Words_aspect_size_seed_and_what_must_not_be_seen_go_along()
    {
        var order = Samples.Order() with { Aspect = Aspect.Square, Size = new(1080, 1080), Seed = uint.MaxValue, Negative = "text" };
        var body = await WriteAsync(order, "veo-3.1-silent");
        Assert.Equal(order.Prompt, (string?)body["instances"]![0]!["prompt"]);
        var parameters = body["parameters"]!;
        Assert.Equal(
            ("1080p", (long)uint.MaxValue, "text", false, 1),
            ((string?)parameters["resolution"], (long?)parameters["seed"], (string?)parameters["negativePrompt"], (bool?)parameters["generateAudio"], (int?)parameters["sampleCount"]));
        Assert.True((string?)parameters["aspectRatio"] is "9:16" or "16:9");
        Assert.Null(parameters["storageUri"]);
    }

    [Fact]
    public async Task First_and_last_frame_go_as_bytes()
    {
        var (first, last) = (Picture("first.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 1]), Picture("last.jpg", [0xFF, 0xD8, 0xFF]));
        var instance = (await WriteAsync(Samples.Order() with { FirstFrame = first, LastFrame = last }))["instances"]![0]!;
        Assert.Equal(("image/png", "iVBORwE="), ((string?)instance["image"]!["mimeType"], (string?)instance["image"]!["bytesBase64Encoded"]));
        Assert.Equal("image/jpeg", (string?)instance["lastFrame"]!["mimeType"]);
        Assert.Null(instance["referenceImages"]);
    }

    [Fact]
    public async Task A_product_and_its_speaker_are_references_and_eight_seconds_long()
    {
        var photos = new[] { Picture("a.jpg", [1]), Picture("b.jpg", [2]), Picture("c.jpg", [3]) };
        var host = Picture("host.jpg", [4]);
        var order = Samples.Order() with
        {
            Card = new SalesCard("Solution", photos, "Lamp", Person: host),
            References = [new(photos[0]), new(host), new(photos[1]), new(photos[2])],
        };
        var body = await WriteAsync(order);
        var references = body["instances"]![0]!["referenceImages"]!.AsArray();
        Assert.Equal(["AQ==", "BA==", "Ag=="], references.Select(reference => (string?)reference!["image"]!["bytesBase64Encoded"]));
        Assert.All(references, reference => Assert.Equal("asset", (string?)reference!["referenceType"]));
        Assert.Null(body["instances"]![0]!["image"]);
        Assert.Equal(8, (int?)body["parameters"]!["durationSeconds"]);
        Assert.NotNull((await WriteAsync(order with { Card = order.Card with { Person = null } }))["instances"]![0]!["image"]);
    }

    [Fact]
    public async Task Somebody_whose_picture_is_known_is_a_reference_unless_the_clip_begins_with_a_picture()
    {
        var order = Samples.Order() with { References = [new(Picture("hero.jpg", [9]))] };
        Assert.NotNull((await WriteAsync(order))["instances"]![0]!["referenceImages"]);
        Assert.Null((await WriteAsync(order, "veo-3.1-lite"))["instances"]![0]!["referenceImages"]);
        var chained = (await WriteAsync(order with { FirstFrame = Picture("frame.jpg", [8]) }))["instances"]![0]!;
        Assert.Null(chained["referenceImages"]);
        Assert.Equal("CA==", (string?)chained["image"]!["bytesBase64Encoded"]);
    }

    private static async Task<JsonNode> ParametersAsync(ShotOrder order) => (await WriteAsync(order))["parameters"]!;

    private static async Task<JsonObject> WriteAsync(ShotOrder order, string model = "veo-3.1")
    {
        var (found, wire) = ModelWire.Find<VeoWire>(Models, "vertex-veo", model, out _)!.Value;
        return await VeoRequest.WriteAsync(order, found, wire, TestContext.Current.CancellationToken);
    }

    private string Picture(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
