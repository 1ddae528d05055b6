using System.Text.Json;

namespace Rushes.Integration.EndToEnd;

/// <summary>Machines that lack something: a program, a home, rights, space.</summary>
public sealed class PoorMachineTests : IDisposable
{
    private const string Idea = "Một chú mèo con tìm mẹ trong mưa";
    private readonly TestHome _home = new();

    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public async Task Without_ffmpeg_the_command_that_installs_it_is_named_and_nothing_is_made(string language)
    {
        _home.Environment["RUSHES_LANGUAGE"] = language;
        _home.Environment["RUSHES_FFMPEG"] = _home["missing"];
        var picture = await Darkroom.PlainAsync(_home["1.png"], "red");
        string[][] commands =
        [
            ["text2video", Idea, "--duration", "4", "--quality", "preview"],
            ["image2video", picture, "--duration", "4", "--quality", "preview"],
            ["sales-video", "--product", "Cup", "--image", picture, "--duration", "8", "--quality", "preview"],
        ];
        foreach (var command in commands)
        {
            var answer = (await _home.RunAsync(command)).Expect(4);
            Assert.Contains("apt-get install -y ffmpeg", answer.Complaint, StringComparison.Ordinal);
            Assert.Empty(TestHome.Inventory(_home.Projects));
        }

        var json = (await _home.AskAsync(commands[0])).Expect(4).Json.GetProperty("error");
        Assert.Equal("machine.no-ffmpeg", json.GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("field").ValueKind);
        Assert.Contains("apt-get install -y ffmpeg", (await _home.RunAsync("doctor")).Expect(4).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_PATH_is_a_machine_without_ffmpeg()
    {
        _home.Environment["PATH"] = _home["tmp"];
        _home.Environment["RUSHES_FFMPEG"] = null;
        Assert.Contains("ffmpeg", (await _home.RunAsync("text2video", Idea)).Expect(4).Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_espeak_the_film_is_silent_with_captions_and_a_warning()
    {
        _home.Environment["RUSHES_LANGUAGE"] = "vi";
        _home.Environment["RUSHES_ESPEAK"] = _home["missing"];
        var answer = await _home.AskAsync("text2video", Idea, "--duration", "5", "--quality", "preview");
        var film = FilmSheet.Ready(answer);
        Assert.Contains("rushes doctor", answer.Errors, StringComparison.Ordinal);
        Assert.NotEmpty(SubtitleFile.ReadSrt(Path.Combine(film.Project, "subtitles.srt")));
        await Screening.WatchAsync(film.FilmFile);
        var doctor = (await _home.RunAsync("doctor")).Expect(0).Output;
        Assert.Contains("apt-get install -y espeak-ng", doctor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HOME_is_not_needed_when_a_home_is_given()
    {
        _home.Environment["HOME"] = null;
        (await _home.AskAsync("script", Idea, "--out", _home["script.json"])).Expect(0);
        FilmSheet.Ready(await _home.AskAsync("text2video", Idea, "--duration", "3", "--quality", "preview"));
        (await _home.RunAsync("doctor")).Expect(0);
    }

    [Fact]
    public async Task RUSHES_HOME_is_a_home_too()
    {
        _home.Environment["RUSHES_HOME"] = _home["of the environment"];
        var answer = (await _home.RunBareAsync("doctor", "--json")).Expect(0).Json;
        var home = answer.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("part").GetString() == "home");
        Assert.Equal(_home["of the environment"], home.GetProperty("note").GetString());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_home["person"]));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public async Task A_home_that_cannot_be_written_is_named(string language)
    {
        _home.Environment["RUSHES_LANGUAGE"] = language;
        var file = _home.Write("a file", "not a folder");
        string[] homes = OperatingSystem.IsLinux() ? [Path.Combine(file, "home"), "/proc/rushes", "/sys/rushes"] : [Path.Combine(file, "home")];
        foreach (var home in homes)
        {
            var answer = (await _home.RunBareAsync("text2video", Idea, "--home", home, "--json")).Expect(2);
            Assert.Contains(home, answer.Complaint, StringComparison.Ordinal);
            Assert.Equal("home", answer.Json.GetProperty("error").GetProperty("field").GetString());
        }
    }

    [Fact]
    public async Task A_place_for_the_project_that_cannot_be_written_is_named_and_the_home_stays_clean()
    {
        var file = _home.Write("a file", "not a folder");
        string[] places = OperatingSystem.IsLinux() ? [Path.Combine(file, "film"), "/proc/film"] : [Path.Combine(file, "film")];
        foreach (var place in places)
        {
            var answer = (await _home.RunAsync("text2video", Idea, "--duration", "3", "--quality", "preview", "--out", place)).Expect(2);
            Assert.Contains(place, answer.ErrorLines[^1], StringComparison.Ordinal);
            Assert.Empty((await _home.AskAsync("runs")).Expect(0).Json.GetProperty("runs").EnumerateArray());
        }
    }

    [Fact]
    public async Task A_read_only_disk_is_named()
    {
        using var disk = await SmallDisk.MountAsync(_home["disk"], "size=16m");
        Directory.CreateDirectory(Path.Combine(disk.Folder, "home", "projects"));
        await disk.RemountAsync("ro");
        var answer = (await _home.RunBareAsync("text2video", Idea, "--home", Path.Combine(disk.Folder, "home"))).Expect(2);
        Assert.Contains(Path.Combine(disk.Folder, "home"), answer.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_full_disk_is_said_and_nothing_is_lost_once_there_is_space(int megabytes)
    {
        using var disk = await SmallDisk.MountAsync(_home["disk"], $"size={megabytes}m");
        using var small = new TestHome { Home = Path.Combine(disk.Folder, "home") };
        var full = (await small.RunAsync("text2video", Idea, "--duration", "6", "--quality", "preview", "--json")).Expect(4);
        Assert.Contains(full.Json.GetProperty("error").GetProperty("code").GetString(), new[] { "machine.disk-full", "shooting.store-full" });
        Assert.DoesNotContain("   at ", full.Errors, StringComparison.Ordinal);
        var kept = Clips(small.Projects).ToDictionary(clip => clip, FileFacts.Of, StringComparer.Ordinal);
        foreach (var clip in kept.Keys)
            await Screening.WatchAsync(clip);

        await disk.RemountAsync("size=400m");
        var resumed = await small.AskAsync("resume");
        if (resumed.Exit == 0 && resumed.Json.GetProperty("run").ValueKind == JsonValueKind.Null)
        {
            // The disk was full before there was a project.
            Assert.Empty(kept);
            Assert.Empty((await small.AskAsync("projects")).Expect(0).Json.GetProperty("projects").EnumerateArray());
            return;
        }

        await Screening.WatchAsync(FilmSheet.Ready(resumed).FilmFile);
        Assert.All(kept, clip => Assert.Equal(clip.Value, FileFacts.Of(clip.Key)));
    }

    public void Dispose() => _home.Dispose();

    private static IEnumerable<string> Clips(string projects) =>
        Directory.Exists(projects) ? Directory.EnumerateFiles(projects, "*.mp4", SearchOption.AllDirectories) : [];
}
