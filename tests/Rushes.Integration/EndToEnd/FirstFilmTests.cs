using System.Globalization;
using System.Text.Json;

namespace Rushes.Integration.EndToEnd;

/// <summary>What must be there after the first command on a fresh machine.</summary>
public abstract class FirstFilmTests(FirstFilm first)
{
    private const double Frame = 1.0 / 30;
    private readonly FilmSheet _film = first.Film;

    [Fact]
    public void The_project_folder_holds_everything_and_nothing_half_done()
    {
        string[] expected =
        [
            "project.json", "script.json", "script.fountain", "storyboard.png", "subtitles.srt", "subtitles.vtt", "film.mp4",
            .. _film.Scenes.SelectMany(scene => new[]
            {
                string.Create(CultureInfo.InvariantCulture, $"takes/scene-{scene.Scene:00}-take-1.mp4"),
                string.Create(CultureInfo.InvariantCulture, $"takes/scene-{scene.Scene:00}-take-1.json"),
                string.Create(CultureInfo.InvariantCulture, $"audio/scene-{scene.Scene:00}.wav"),
            }),
        ];
        Assert.All(expected, name => Assert.True(File.Exists(Path.Combine(_film.Project, name)), name));
        Assert.Equal(first.Home.Projects, Path.GetDirectoryName(_film.Project));
        Assert.Equal(_film.Scenes.Count * 2, Directory.GetFiles(_film.Takes).Length);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(first.Home.Root, "*", SearchOption.AllDirectories), file => file.Contains(".part", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_left_elsewhere()
    {
        Assert.Empty(Directory.EnumerateFileSystemEntries(first.Home["person"]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(first.Home["tmp"]));
        Assert.Empty(first.Home.LeftBehind());
    }

    [Fact]
    public void The_script_can_be_read_by_a_person_and_adds_up_exactly()
    {
        var text = File.ReadAllText(Path.Combine(_film.Project, "script.json"));
        Assert.DoesNotContain("\\u", text, StringComparison.Ordinal);
        using var script = JsonDocument.Parse(text);
        Assert.Equal("rushes-script/1", script.RootElement.GetProperty("format").GetString());
        Assert.Equal(first.Language, script.RootElement.GetProperty("language").GetString());
        Assert.Equal("story", script.RootElement.GetProperty("kind").GetString());
        Assert.NotEmpty(script.RootElement.GetProperty("hook_summary").GetString()!);
        Assert.NotEmpty(script.RootElement.GetProperty("emotional_arc").GetString()!);
        var scenes = script.RootElement.GetProperty("scenes").EnumerateArray().ToList();
        Assert.Equal(_film.Scenes.Count, scenes.Count);
        Assert.All(scenes, scene => Assert.True(scene.GetProperty("prompt").GetString()!.Length > 40));
        Assert.Equal(8m, scenes.Sum(scene => scene.GetProperty("duration").GetDecimal()));
    }

    [Fact]
    public async Task The_film_is_whole_and_as_long_as_its_clips()
    {
        var film = await Screening.WatchAsync(_film.FilmFile);
        Assert.Equal((540, 960), (film.Width, film.Height));
        var clips = new List<VideoFacts>();
        foreach (var scene in _film.Scenes)
            clips.Add(await Screening.WatchAsync(scene.Clip!));
        Assert.All(clips, clip => Assert.Equal((540, 960), (clip.Width, clip.Height)));
        Assert.Equal(clips.Sum(clip => clip.Frames), film.Frames);
        Assert.InRange(film.Frames, 8 * 30, 12 * 30);
        Assert.InRange(film.Seconds - film.Frames * Frame, -0.001, 0.001);
        Assert.InRange(film.AudioSeconds ?? 0, film.Seconds - Frame, film.Seconds + Frame);
    }

    [Fact]
    public async Task There_is_something_to_see_and_to_hear()
    {
        var pictures = new List<byte[]>();
        foreach (var scene in _film.Scenes)
            pictures.Add(await Screening.GreyAsync(scene.Clip!, 0.5, 54, 96));
        Assert.All(pictures, picture => Assert.True(Screening.Contrast(picture) > 8, "a scene is almost blank"));
        Assert.All(pictures.Zip(pictures.Skip(1)), pair => Assert.True(Screening.Difference(pair.First, pair.Second) > 3, "two scenes look alike"));
        Assert.InRange(await Screening.PeakAsync(_film.FilmFile), -20, 0);
    }

    [Fact]
    public void Both_subtitle_files_say_the_same_within_the_film()
    {
        var srt = SubtitleFile.ReadSrt(Path.Combine(_film.Project, "subtitles.srt"));
        var vtt = SubtitleFile.ReadVtt(Path.Combine(_film.Project, "subtitles.vtt"));
        Assert.NotEmpty(srt);
        Assert.Equal(srt, vtt);
        Assert.All(srt, cue => Assert.True(cue.Start < cue.End && cue.Text.Trim().Length > 0));
        Assert.All(srt.Zip(srt.Skip(1)), pair => Assert.True(pair.First.Start <= pair.Second.Start));
        Assert.InRange(srt[^1].End, 1, 12);
    }

    [Fact]
    public async Task The_storyboard_is_a_picture()
    {
        var file = Path.Combine(_film.Project, "storyboard.png");
        Assert.True(Screening.Contrast(await Screening.GreyAsync(file, 0, 96, 96)) > 8);
    }

    [Fact]
    public async Task Every_take_tells_how_it_came_about()
    {
        foreach (var scene in _film.Scenes)
        {
            using var notes = JsonDocument.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(scene.Clip!, ".json"), TestContext.Current.CancellationToken));
            var note = notes.RootElement;
            Assert.Equal(scene.Scene, note.GetProperty("scene").GetInt32());
            Assert.Equal(1, note.GetProperty("take").GetInt32());
            Assert.Equal(_film.Run, note.GetProperty("run").GetString());
            Assert.Equal("animatic", note.GetProperty("provider").GetString());
            Assert.Equal(scene.Account, note.GetProperty("account_name").GetString());
            Assert.NotEmpty(note.GetProperty("prompt").GetString()!);
            Assert.NotEmpty(note.GetProperty("digest").GetString()!);
            Assert.True(note.GetProperty("seed").GetInt64() >= 0);
            Assert.Equal(1, note.GetProperty("attempts").GetInt32());
            Assert.Equal(new FileInfo(scene.Clip!).Length, note.GetProperty("bytes").GetInt64());
            Assert.True(note.GetProperty("submitted_at").GetDateTimeOffset() <= note.GetProperty("ready_at").GetDateTimeOffset());
        }
    }

    [Fact]
    public async Task The_lists_show_the_project_and_its_run()
    {
        var project = Assert.Single((await first.Home.AskAsync("projects")).Expect(0).Json.GetProperty("projects").EnumerateArray());
        Assert.Equal(_film.Project, project.GetProperty("folder").GetString());
        Assert.Equal(_film.Film, project.GetProperty("film").GetString());
        Assert.Equal(first.Idea, project.GetProperty("idea").GetString());
        Assert.Contains(Path.GetFileName(_film.Project), (await first.Home.RunAsync("projects")).Expect(0).Output, StringComparison.Ordinal);

        var run = Assert.Single((await first.Home.AskAsync("runs")).Expect(0).Json.GetProperty("runs").EnumerateArray());
        Assert.Equal(_film.Run, run.GetProperty("run").GetString());
        Assert.Equal(_film.Project, run.GetProperty("project").GetString());
        Assert.Contains(_film.Run!, (await first.Home.RunAsync("runs")).Expect(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_unfinished_afterwards()
    {
        var before = TestHome.Inventory(_film.Project);
        var answer = (await first.Home.AskAsync("resume")).Expect(0).Json;
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("run").ValueKind);
        Assert.Equal(before, TestHome.Inventory(_film.Project));
    }
}
