using System.Globalization;

namespace Rushes.Integration.EndToEnd;

/// <summary>Files of the user that are not what they should be.</summary>
[Collection(OneFinishedHome.Name)]
public sealed class WrongFilesTests(FinishedHome finished)
{
    private readonly TestHome _home = finished.Home;

    [Theory]
    [InlineData("broken.json", """{"title":"Broken","scenes":[{"prompt":"A boat""")]
    [InlineData("empty.json", "")]
    [InlineData("number.json", "42")]
    [InlineData("null.json", "null")]
    [InlineData("text.json", "Once upon a time")]
    [InlineData("no-scenes.json", """{"title":"Nothing","language":"en","scenes":[]}""")]
    [InlineData("scenes-missing.json", """{"title":"Nothing","language":"en"}""")]
    [InlineData("scenes-text.json", """{"title":"Nothing","scenes":"three"}""")]
    [InlineData("negative.json", """{"title":"Back","language":"en","scenes":[{"prompt":"A boat","duration":-2}]}""")]
    [InlineData("zero.json", """{"title":"Short","language":"en","scenes":[{"prompt":"A boat","duration":0}]}""")]
    [InlineData("endless.json", """{"title":"Long","language":"en","scenes":[{"prompt":"A boat","duration":1e9}]}""")]
    [InlineData("no-prompt.json", """{"title":"Mute","language":"en","scenes":[{"prompt":" ","duration":4}]}""")]
    public async Task A_script_that_cannot_be_filmed_is_refused(string name, string content) =>
        await NamesTheFileAsync(_home.Write(name, content), file => ["text2video", "--script", file, "--quality", "preview"]);

    [Fact]
    public async Task Five_hundred_scenes_are_too_many()
    {
        var scenes = string.Join(',', Enumerable.Range(1, 500).Select(number => string.Create(CultureInfo.InvariantCulture, $$"""{"prompt":"Boat {{number}}","duration":4}""")));
        await NamesTheFileAsync(_home.Write("many.json", $$"""{"title":"Many","language":"en","scenes":[{{scenes}}]}"""), file => ["text2video", "--script", file]);
    }

    [Fact]
    public async Task A_script_of_bytes_is_refused()
    {
        await File.WriteAllBytesAsync(_home["bytes.json"], [0xFF, 0xFE, 0, 0, 1, 2, 3, 0x80], TestContext.Current.CancellationToken);
        await NamesTheFileAsync(_home["bytes.json"], file => ["text2video", "--script", file]);
    }

    [Fact]
    public async Task A_missing_script_is_named() =>
        await NamesTheFileAsync(_home["missing.json"], file => ["text2video", "--script", file]);

    [Fact]
    public async Task Text_that_calls_itself_a_picture_is_refused() => await PictureAsync(_home.Write("letter.png", "Dear Sir or Madam,\n"));

    [Fact]
    public async Task An_empty_picture_is_refused() => await PictureAsync(_home.Write("empty.webp", ""));

    [Fact]
    public async Task A_missing_picture_is_named() => await PictureAsync(_home["missing.jpg"]);

    [Fact]
    public async Task A_folder_is_no_picture() => await PictureAsync(Directory.CreateDirectory(_home["folder.png"]).FullName);

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.5)]
    [InlineData(0.05)]
    public async Task A_jpeg_that_was_cut_off_is_refused(double share)
    {
        var file = _home[string.Create(CultureInfo.InvariantCulture, $"torn-{share}.jpg")];
        await Darkroom.BusyAsync(file);
        Darkroom.Truncate(file, share);
        await PictureAsync(file);
    }

    [Fact]
    public async Task A_picture_of_twenty_thousand_pixels_a_side_is_refused_unseen()
    {
        var sentence = await PictureAsync(Darkroom.Huge(_home["huge.png"], 20_000));
        Assert.Contains("20,000", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_pictures_is_refused()
    {
        var folder = Directory.CreateDirectory(_home["attic"]).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), "nothing here", TestContext.Current.CancellationToken);
        await NamesTheFileAsync(folder, path => ["image2video", "--folder", path]);
        await NamesTheFileAsync(_home["nowhere"], path => ["image2video", "--folder", path]);
    }

    [Theory]
    [InlineData("broken-prompts.json", """["one", "two""")]
    [InlineData("wrong-prompts.json", """{"shots":7}""")]
    [InlineData("empty-prompts.txt", "\n \n")]
    public async Task Prompts_that_cannot_be_read_are_refused(string name, string content)
    {
        var picture = await Darkroom.PlainAsync(_home["plain.png"], "red");
        await NamesTheFileAsync(_home.Write(name, content), file => ["image2video", picture, "--prompts", file]);
    }

    [Theory]
    [InlineData("p-broken.json", """{"name":"Cup","images":["cup.png"]""", null)]
    [InlineData("p-list.json", """[1,2]""", null)]
    [InlineData("p-nameless.json", """{"images":["cup.png"]}""", "name")]
    [InlineData("p-blank.json", """{"name":"  ","images":["cup.png"]}""", "name")]
    [InlineData("p-no-images.json", """{"name":"Cup"}""", "images")]
    [InlineData("p-number.json", """{"name":"Cup","images":7}""", "images")]
    [InlineData("p-link.json", """{"name":"Cup","images":["cup.png"],"link":"javascript:alert(1)"}""", "link")]
    [InlineData("p-file.json", """{"name":"Cup","images":["cup.png"],"link":"file:///etc/passwd"}""", "link")]
    [InlineData("p-missing.json", """{"name":"Cup","images":["gone.png"]}""", null)]
    [InlineData("p-language.json", """{"name":"Cup","images":["cup.png"],"language":"tlh"}""", "language")]
    public async Task A_product_that_cannot_be_sold_is_refused(string name, string content, string? field)
    {
        await Darkroom.PlainAsync(_home["cup.png"], "green");
        var refused = await finished.RefusesAsync(2, ["sales-video", _home.Write(name, content), "--duration", "4", "--quality", "preview"]);
        if (field is not null)
            Assert.Equal(field, refused.Field);
    }

    [Fact]
    public async Task A_text_file_cannot_be_merged()
    {
        var file = _home.Write("story.mp4", "Once upon a time");
        await NamesTheFileAsync(file, film => ["merge", film, film, "--out", _home["merged.mp4"]]);
        Assert.False(File.Exists(_home["merged.mp4"]));
    }

    [Fact]
    public async Task A_broken_project_is_named_and_hides_no_other()
    {
        var folder = Directory.CreateDirectory(_home["broken project"]).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "project.json"), """{"format":"rushes-pro""", TestContext.Current.CancellationToken);
        await NamesTheFileAsync(folder, project => ["cut", project]);
        Assert.Contains(
            (await _home.AskAsync("projects")).Expect(0).Json.GetProperty("projects").EnumerateArray(),
            project => project.GetProperty("folder").GetString() == finished.Project);
    }

    private async Task<string> PictureAsync(string file)
    {
        await NamesTheFileAsync(file, picture => ["sales-video", "--product", "Cup", "--image", picture]);
        return await NamesTheFileAsync(file, picture => ["image2video", picture, "--duration", "3"]);
    }

    private async Task<string> NamesTheFileAsync(string file, Func<string, IReadOnlyList<string>> command)
    {
        var (sentence, _) = await finished.RefusesAsync(2, command(file));
        Assert.Contains(Path.GetFileName(file), sentence, StringComparison.Ordinal);
        return sentence;
    }
}
