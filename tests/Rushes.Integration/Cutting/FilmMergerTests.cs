using Rushes.Engine.Cutting;
using Rushes.Engine.Cutting.Captions;
using Rushes.Film;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Integration.Cutting;

public sealed class FilmMergerTests : IDisposable
{
    private readonly CuttingRoom _room = new();

    private FilmMerger Merger => new(_room.Cutter, new PictureLab(_room.Media.Programs, FontFolder.BesideProgram));

    [Theory]
    [InlineData("cut")]
    [InlineData("wipe-right")]
    public async Task Films_of_different_kinds_become_one_of_their_whole_length(string transition)
    {
        var first = await ClipAsync("first.mp4", "testsrc2=s=360x640:r=30:d=2", "sine=frequency=300:duration=2");
        var second = await ClipAsync("second.mkv", "testsrc2=s=640x360:r=24:d=1.5", null);
        var third = await ClipAsync("third.mp4", "testsrc2=s=320x320:r=60:d=1", "sine=frequency=1000:duration=1");
        var merged = await Merger.MergeAsync(new MergeOrder { Files = [first, second, third], Output = _room.Media["out.mp4"], Transition = transition }, CuttingRoom.Stop);
        var film = new FilmFacts(_room.Media, merged.Film!);
        Assert.Equal(135, (await film.TimesAsync()).Count);
        Assert.Equal("", await film.ComplaintsAsync());
        var low = await film.SoundAsync("bandpass=f=300:t=q:w=12");
        Assert.True(FilmFacts.Level(low, 0.3, 1.8) > -40);
        Assert.True(FilmFacts.Level(await film.SoundAsync(), 2.6, 3.3) < -60, "a film without sound gets silence");
        Assert.True(FilmFacts.Level(await film.SoundAsync("bandpass=f=1000:t=q:w=12"), 4.1, 4.4) > -40);
        Assert.Equal([_room.Media["out.mp4"]], Directory.GetFileSystemEntries(_room.Media.Folder, "*out.mp4*"));
    }

    [Theory]
    [InlineData("still.jpg")]
    [InlineData("still.png")]
    [InlineData("still.webp")]
    public async Task A_picture_is_no_video(string name)
    {
        var film = await ClipAsync("first.mp4", "testsrc2=s=360x640:r=30:d=1", null);
        await _room.Media.FfmpegAsync("-v", "error", "-i", film, "-frames:v", "1", _room.Media[name]);
        var refused = await Assert.ThrowsAsync<MistakeException>(
            () => Merger.MergeAsync(new MergeOrder { Files = [film, _room.Media[name]], Output = _room.Media["out.mp4"] }, CuttingRoom.Stop));
        Assert.Contains(name, refused.Mistake.Field, StringComparison.Ordinal);
        Assert.False(File.Exists(_room.Media["out.mp4"]));
    }

    [Fact]
    public async Task Clips_that_are_alike_are_copied()
    {
        var one = (await _room.NormalAsync(1, 60)).Clip!;
        var two = (await _room.NormalAsync(2, 45)).Clip!;
        var merged = await Merger.MergeAsync(new MergeOrder { Files = [one, two], Output = _room.Media["out.mp4"] }, CuttingRoom.Stop);
        var pictures = new List<string>();
        foreach (var file in new[] { one, two, merged.Film! })
        {
            await _room.Media.FfmpegAsync("-v", "error", "-i", file, "-map", "0:v", "-f", "framemd5", _room.Media["frames.md5"]);
            pictures.Add(string.Join('\n', (await File.ReadAllLinesAsync(_room.Media["frames.md5"], CuttingRoom.Stop)).Where(line => line[0] != '#').Select(line => line.Split(',')[^1])));
        }

        Assert.Equal($"{pictures[0]}\n{pictures[1]}", pictures[2]);
    }

    [Fact]
    public async Task The_resolution_can_be_chosen_and_music_laid_under()
    {
        var clip = await ClipAsync("clip.mp4", "testsrc2=s=200x300:r=25:d=2", null);
        await _room.Media.FfmpegAsync("-v", "error", "-f", "lavfi", "-i", "sine=frequency=500:duration=9", _room.Media["music.ogg"]);
        var merged = await Merger.MergeAsync(new MergeOrder { Files = [clip], Output = _room.Media["out.mp4"], ShortSide = 360, Music = _room.Media["music.ogg"] }, CuttingRoom.Stop);
        var film = new FilmFacts(_room.Media, merged.Film!);
        var video = (await film.ProbeAsync()).GetProperty("streams")[0];
        Assert.Equal((360, 540, "25/1"), (video.GetProperty("width").GetInt32(), video.GetProperty("height").GetInt32(), video.GetProperty("r_frame_rate").GetString()));
        Assert.InRange((await film.LoudnessAsync()).Loudness, -14.5, -13.5);
    }

    [Fact]
    public async Task What_nobody_said_of_clips_is_not_claimed()
    {
        var clip = await ClipAsync("phone.mp4", "testsrc2=s=360x640:r=30:d=1", null);
        var merged = await Merger.MergeAsync(new MergeOrder { Files = [clip], Output = _room.Media["out.mp4"] }, CuttingRoom.Stop);
        Assert.DoesNotContain("digitalsourcetype", System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(merged.Film!, CuttingRoom.Stop)), StringComparison.Ordinal);
        var film = await _room.Cutter.CutAsync(_room.Order((await _room.NormalAsync(1, 30)) with { Generated = true }), CuttingRoom.Stop);
        var again = await Merger.MergeAsync(new MergeOrder { Files = [film.Film!, film.Film!], Output = _room.Media["out2.mp4"] }, CuttingRoom.Stop);
        Assert.Contains("digitalsourcetype/trainedAlgorithmicMedia", System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(again.Film!, CuttingRoom.Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_are_one_sentence_each()
    {
        var clip = await ClipAsync("clip.mp4", "testsrc2=s=200x300:r=25:d=1", null);
        async Task<string> MistakeOf(MergeOrder order) => (await Assert.ThrowsAsync<MistakeException>(() => Merger.MergeAsync(order, CuttingRoom.Stop))).Mistake.Code;
        var good = new MergeOrder { Files = [clip], Output = _room.Media["out.mp4"] };
        Assert.Equal("cut.merge-few", await MistakeOf(good with { Files = [] }));
        Assert.Equal("cut.merge-missing", await MistakeOf(good with { Files = [clip, _room.Media["none.mp4"]] }));
        Assert.Equal("cut.merge-onto-itself", await MistakeOf(good with { Output = clip }));
        Assert.Equal("cut.transition", await MistakeOf(good with { Transition = "star-wipe" }));
        Assert.Equal("cut.music-unreadable", await MistakeOf(good with { Music = _room.Media["none.mp3"] }));
    }

    public void Dispose() => _room.Dispose();

    private async Task<string> ClipAsync(string name, string picture, string? sound)
    {
        string[] audio = sound is null ? [] : ["-f", "lavfi", "-i", sound];
        await _room.Media.FfmpegAsync(["-v", "error", "-f", "lavfi", "-i", picture, .. audio, "-c:v", "libx264", "-preset", "ultrafast", _room.Media[name]]);
        return _room.Media[name];
    }
}
