namespace Rushes.Integration.EndToEnd;

/// <summary>A person's own pictures, filmed.</summary>
public sealed class Image2VideoTests : IDisposable
{
    private readonly TestHome _home = new();

    [Fact]
    public async Task Jpeg_png_and_webp_become_scenes_in_their_order()
    {
        var pictures = new[]
        {
            await Darkroom.PlainAsync(_home["b.jpg"], "red"),
            await Darkroom.PlainAsync(_home["c.png"], "green"),
            await Darkroom.PlainAsync(_home["a.webp"], "blue"),
        };
        var film = FilmSheet.Ready(await _home.AskAsync(["image2video", .. pictures, "--duration", "6", "--quality", "preview", "--language", "en"]));
        Assert.Equal(3, film.Scenes.Count);
        Assert.Equal(180, (await Screening.WatchAsync(film.FilmFile)).Frames);
        foreach (var (scene, strongest) in film.Scenes.Zip([0, 1, 2]))
            Assert.Equal(strongest, Strongest(await Screening.ColoursAsync(scene.Clip!, 0.5, 1, 1)));
        Assert.Equal(3, Directory.GetFiles(Path.Combine(film.Project, "images")).Length);
        Assert.All(pictures, picture => Assert.True(File.Exists(picture), "the person's own picture was taken away"));
    }

    [Fact]
    public async Task A_picture_that_was_taken_sideways_stands_upright_in_the_film()
    {
        var photo = await Darkroom.HalvesAsync(_home["photo.jpg"], "red", "blue", 1280, 720);
        Darkroom.Turn(photo, 6);
        var film = FilmSheet.Ready(await _home.AskAsync("image2video", photo, "--duration", "3", "--quality", "preview", "--captions", "none"));
        var picture = await Screening.ColoursAsync(film.FilmFile, 1.5, 3, 8);
        Assert.Equal(0, Strongest(picture.AsSpan((1 * 3 + 1) * 3, 3)));
        Assert.Equal(2, Strongest(picture.AsSpan((6 * 3 + 1) * 3, 3)));
    }

    [Theory]
    [InlineData("lines.txt", "The red door opens slowly\nA green field in the wind\n")]
    [InlineData("texts.json", """["The red door opens slowly", "A green field in the wind"]""")]
    [InlineData("objects.json", """[{"prompt":"The red door opens slowly"},{"prompt":"A green field in the wind"}]""")]
    [InlineData("scenes.json", """{"scenes":[{"prompt":"The red door opens slowly"},{"prompt":"A green field in the wind"}]}""")]
    [InlineData("windows.txt", "\uFEFFThe red door opens slowly\r\n\r\nA green field in the wind\r\n")]
    public async Task Prompts_are_taken_in_every_promised_shape(string name, string content)
    {
        var prompts = _home.Write(name, content);
        var scenes = await PlanAsync("--prompts", prompts);
        Assert.Equal(2, scenes.Count);
        Assert.Contains("The red door opens slowly", scenes[0], StringComparison.Ordinal);
        Assert.Contains("A green field in the wind", scenes[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_prompt_serves_all_pictures()
    {
        var scenes = await PlanAsync("--prompt", "Snow falls");
        Assert.Equal(2, scenes.Count);
        Assert.All(scenes, scene => Assert.Contains("Snow falls", scene, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_gives_its_pictures_by_name()
    {
        var folder = Directory.CreateDirectory(_home["album"]).FullName;
        await Darkroom.PlainAsync(Path.Combine(folder, "02.png"), "green");
        await Darkroom.PlainAsync(Path.Combine(folder, "01.JPG"), "red");
        await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), "not a picture", TestContext.Current.CancellationToken);
        var film = FilmSheet.Ready(await _home.AskAsync("image2video", "--folder", folder, "--duration", "3", "--quality", "preview", "--aspect", "16:9"));
        Assert.Equal(2, film.Scenes.Count);
        Assert.Equal(0, Strongest(await Screening.ColoursAsync(film.Scenes[0].Clip!, 0.5, 1, 1)));
        Assert.Equal(1, Strongest(await Screening.ColoursAsync(film.Scenes[1].Clip!, 0.5, 1, 1)));
        var facts = await Screening.WatchAsync(film.FilmFile);
        Assert.Equal((960, 540), (facts.Width, facts.Height));
    }

    public void Dispose() => _home.Dispose();

    private static int Strongest(ReadOnlySpan<byte> colour)
    {
        var strongest = colour.IndexOf(Math.Max(colour[0], Math.Max(colour[1], colour[2])));
        Assert.True(colour[strongest] > 60, $"{colour[0]} {colour[1]} {colour[2]}");
        return strongest;
    }

    private async Task<List<string>> PlanAsync(params string[] options)
    {
        var pictures = new[] { await Darkroom.PlainAsync(_home["1.png"], "red"), await Darkroom.PlainAsync(_home["2.png"], "green") };
        var plan = (await _home.AskAsync(["image2video", .. pictures, .. options, "--dry-run"])).Expect(0).Json;
        return [.. plan.GetProperty("scenes").EnumerateArray().Select(scene => scene.GetProperty("prompt").GetString()!)];
    }
}
