using System.Text.Json;

namespace Rushes.Integration.EndToEnd;

/// <summary>Whatever people type is text: never a path, a command, a filter, a tag or a control sequence.</summary>
public sealed class StrangeTextsTests : IDisposable
{
    private const string Hostile =
        "It's \"quoted\" \\ <script>alert(1)</script> & <tspan/> {\\an8}{\\pos(0,0)} %{pts} %d $(id) `id` '; [0:v]null[out], a=b:c 🙂 ../../up \u0001\u0007\u001b[31m\u202Eend";

    // May stand in what players would take for markup, so that they show it.
    private const string WordJoiner = "\u2060";

    private readonly TestHome _home = new();

    [Theory]
    [InlineData("A cat {\\an8} 'runs' %{pts} through \"rain\" <script>alert(1)</script> 🙂 \\ ; [in] , drawtext=text=x:y=1")]
    [InlineData("../../../etc/passwd")]
    [InlineData("🙂🙂🙂")]
    [InlineData("một\nchú\tmèo\r\n\u001b[31m\u0007\u0001 đi lạc")]
    public async Task An_idea_is_never_anything_but_an_idea(string idea)
    {
        var answer = (await _home.RunAsync("text2video", "--duration", "3", "--quality", "preview", idea)).Expect(0);
        Assert.DoesNotContain('\u001b', answer.Output + answer.Errors);
        var project = Assert.Single(Directory.GetDirectories(_home.Projects));
        Assert.Matches("^[a-z0-9-]+$", Path.GetFileName(project));
        await Screening.WatchAsync(Path.Combine(project, "film.mp4"));
        using var page = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(project, "project.json"), TestContext.Current.CancellationToken));
        Assert.Equal(idea, page.RootElement.GetProperty("brief").GetProperty("idea").GetString());
        NothingElsewhere();
    }

    [Theory]
    [InlineData("@minh kể chuyện một chú mèo")]
    [InlineData("-5 degrees outside, and a cat")]
    public async Task What_looks_like_an_option_or_a_file_of_options_is_an_idea_too(string idea)
    {
        var plan = (await _home.AskAsync("text2video", "--duration", "3", "--dry-run", idea)).Expect(0).Json;
        Assert.Equal(3, plan.GetProperty("duration").GetDouble());
        NothingElsewhere();
    }

    [Fact]
    public async Task Every_text_of_a_script_is_only_shown_and_spoken()
    {
        var text = JsonSerializer.Serialize(Hostile);
        var script = _home.Write("script.json", $$"""
            {"title":{{text}},"language":"en","style":"cinematic","characters":[{"name":{{text}},"role":{{text}},"visual_identity":{{text}},"voice":null}],
             "scenes":[{"prompt":{{text}},"duration":3,"location":{{text}},"characters":[{{text}}],"camera_shot":{{text}},"lighting_mood":{{text}},
               "emotion":{{text}},"story_beat":{{text}},"time_of_day":{{text}},"visual_notes":{{text}},"sound":{{text}},"negative":{{text}},
               "dialogues":[{"speaker":{{text}},"text":"Quotes ' and \" and {\\an8} and \\N and %{pts} and <b>bold</b>","emotion":{{text}}}]}],
             "social":[{"platform":"tiktok","caption":{{text}},"hashtags":[{{text}}]}]}
            """);
        var place = _home["it's \"here\", [0:v]; a=b:c %{pts} %d \\ {an8} 🙂 tiếng Việt #1"];
        foreach (var captions in new[] { "burn", "soft" })
        {
            var film = FilmSheet.Ready(await _home.AskAsync(
                "text2video", "--script", script, "--quality", "preview", "--captions", captions, "--transition", "fade", "--out", $"{place} {captions}"));
            Assert.Equal(captions == "soft", (await Screening.WatchAsync(film.FilmFile)).Subtitles);
            Assert.True(Screening.Contrast(await Screening.GreyAsync(film.FilmFile, 1.5, 54, 96)) > 8);
            var cues = string.Join(' ', SubtitleFile.ReadSrt(Path.Combine(film.Project, "subtitles.srt")).Select(cue => cue.Text))
                .Replace(WordJoiner, "", StringComparison.Ordinal);
            Assert.Contains("Quotes ' and \"", cues, StringComparison.Ordinal);
            Assert.Contains("%{pts}", cues, StringComparison.Ordinal);
        }

        NothingElsewhere("script.json", Path.GetFileName(place) + " burn", Path.GetFileName(place) + " soft");
    }

    [Fact]
    public async Task Every_text_of_a_product_is_only_shown()
    {
        var photo = await Darkroom.PlainAsync(_home["it's [a] photo, 100%.png"], "green");
        var product = _home.Write("product.json", JsonSerializer.Serialize(new
        {
            name = Hostile,
            description = Hostile,
            selling_points = new[] { Hostile, "</text><image href=\"file:///etc/passwd\"/>" },
            price = "<b>249.000đ</b> & {\\an8}",
            offer = "%{pts} 'now' \"only\"",
            call_to_action = "</svg>Buy \\ now",
            link = "https://example.com/?q=%3Cscript%3E&x='1'",
            images = new[] { Path.GetFileName(photo) },
            people = new[] { new { description = Hostile } },
            language = "en",
        }));
        var film = FilmSheet.Ready(await _home.AskAsync("sales-video", product, "--duration", "10", "--quality", "preview"));
        await Screening.WatchAsync(film.FilmFile);
        Assert.True(Screening.Contrast(await Screening.GreyAsync(film.Scenes[^1].Clip!, 0.8, 54, 96)) > 8);
        NothingElsewhere("product.json", Path.GetFileName(photo));
    }

    [Fact]
    public async Task A_line_break_in_the_name_of_the_project_folder_is_taken_or_refused_but_never_misread()
    {
        var place = _home["first\nfile '/etc/passwd'\nlast"];
        var answer = await _home.AskAsync("text2video", "A cat in the rain", "--duration", "3", "--quality", "preview", "--out", place);
        if (answer.Exit == 2)
        {
            Assert.Equal("out", answer.Json.GetProperty("error").GetProperty("field").GetString());
            Assert.NotEmpty(answer.Complaint);
            Assert.False(Directory.Exists(place));
        }
        else
            await Screening.WatchAsync(FilmSheet.Ready(answer).FilmFile);
    }

    public void Dispose() => _home.Dispose();

    /// <summary>Nothing was made beside the home but what the test itself made.</summary>
    private void NothingElsewhere(params string[] own)
    {
        Assert.Equal(
            new[] { "home", "person", "tmp" }.Concat(own).Order(StringComparer.Ordinal),
            Directory.EnumerateFileSystemEntries(_home.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_home["tmp"]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_home["person"]));
    }
}
