using Rushes.Engine.Cutting;
using Rushes.Engine.Shooting;
using Rushes.Engine.Voices;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Integration.Cutting;

/// <summary>Clips of every kind become one film.</summary>
public sealed class ProviderClipTests : IDisposable
{
    private readonly CuttingRoom _room = new();

    public static TheoryData<string, string, string> Odd => new()
    {
        { "wide 24 fps with mono sound", "a.mp4", "-f lavfi -i testsrc2=s=426x240:r=24:d=2 -f lavfi -i sine=440:d=2:sample_rate=44100 -c:v libx264 -preset ultrafast -c:a aac -ac 1" },
        { "odd size", "b.mkv", "-f lavfi -i testsrc2=s=641x479:r=30:d=2 -c:v ffv1 -pix_fmt yuv444p" },
        { "ten bit HDR", "c.mp4", "-f lavfi -i testsrc2=s=360x640:r=30:d=2 -pix_fmt yuv420p10le -c:v libx265 -preset ultrafast -x265-params log-level=none -color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc" },
        { "webm", "d.webm", "-f lavfi -i testsrc2=s=360x640:r=30:d=2 -c:v libvpx -deadline realtime -cpu-used 8 -b:v 500k" },
        { "oblong pixels", "e.mp4", "-f lavfi -i testsrc2=s=720x576:r=25:d=2 -vf setsar=16/11 -c:v libx264 -preset ultrafast" },
        { "uneven frame times", "f.mp4", "-f lavfi -i testsrc2=s=360x640:r=60:d=2 -vf select='gt(random(0)\\,0.4)' -fps_mode vfr -c:v libx264 -preset ultrafast" },
        { "fragmented", "g.mp4", "-f lavfi -i testsrc2=s=360x640:r=30:d=2 -c:v libx264 -preset ultrafast -movflags frag_keyframe+empty_moov" },
        { "square", "h.mp4", "-f lavfi -i testsrc2=s=300x300:r=30:d=2 -c:v libx264 -preset ultrafast" },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Any_clip_takes_the_films_form(string kind, string name, string arguments)
    {
        Assert.NotEmpty(kind);
        var clip = await _room.ProviderClipAsync(name, arguments.Split(' '));
        var order = _room.Order(new CutScene { Scene = 1, Frames = 60, Clip = clip }, await _room.NormalAsync(2, 40));
        var cut = await _room.Cutter.CutAsync(order with { Transition = "dissolve" }, CuttingRoom.Stop);
        var film = new FilmFacts(_room.Media, cut.Film!);
        var times = await film.TimesAsync();
        Assert.Equal(100, times.Count);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.Equal(512, pair.Second - pair.First));
        Assert.Equal("", await film.ComplaintsAsync());
        Assert.Empty(cut.Warnings);
        var video = (await film.ProbeAsync()).GetProperty("streams")[0];
        Assert.Equal(("yuv420p", "1:1", "bt709", 360), (video.GetProperty("pix_fmt").GetString(), video.GetProperty("sample_aspect_ratio").GetString(), video.GetProperty("color_transfer").GetString(), video.GetProperty("width").GetInt32()));
    }

    [Fact]
    public async Task A_clip_that_ends_too_early_is_held_and_the_user_is_told()
    {
        var clip = await _room.ProviderClipAsync("short.mp4", "-f", "lavfi", "-i", "testsrc2=s=360x640:r=30:d=1", "-c:v", "libx264", "-preset", "ultrafast");
        var cut = await _room.Cutter.CutAsync(_room.Order(new CutScene { Scene = 1, Frames = 75, Clip = clip }), CuttingRoom.Stop);
        Assert.Equal(75, (await new FilmFacts(_room.Media, cut.Film!).TimesAsync()).Count);
        Assert.Contains("1.0", Assert.Single(cut.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(0.97)]
    public async Task A_clip_that_was_cut_off_is_refused_in_one_sentence(double part)
    {
        var clip = await _room.ProviderClipAsync("whole.mp4", "-f", "lavfi", "-i", "testsrc2=s=360x640:r=30:d=2", "-c:v", "libx264", "-preset", "ultrafast", "-movflags", "+faststart");
        var bytes = await File.ReadAllBytesAsync(clip, CuttingRoom.Stop);
        await File.WriteAllBytesAsync(clip, bytes[..(int)(bytes.Length * part)], CuttingRoom.Stop);
        var mistake = await Assert.ThrowsAsync<MistakeException>(() => _room.Cutter.CutAsync(_room.Order(new CutScene { Scene = 1, Frames = 60, Clip = clip }), CuttingRoom.Stop));
        Assert.Equal(("cut.clip-unusable", clip), (mistake.Mistake.Code, mistake.Mistake.Field));
        Assert.IsType<ClipVerdict.Broken>(await new ClipCheck(_room.Media.Programs).CheckAsync(clip, CuttingRoom.Stop));
    }

    [Fact]
    public async Task Garbage_inside_a_clip_is_covered_and_said_whether_the_clip_was_normal_or_not()
    {
        var normal = await _room.NormalAsync(1, 60);
        var clip = await _room.ProviderClipAsync("garbage.mp4", "-f", "lavfi", "-i", "testsrc2=s=360x640:r=30:d=2", "-c:v", "libx264", "-preset", "ultrafast");
        foreach (var file in new[] { normal.Clip!, clip })
        {
            var bytes = await File.ReadAllBytesAsync(file, CuttingRoom.Stop);
            Random.Shared.NextBytes(bytes.AsSpan(bytes.Length / 2, Math.Min(3000, bytes.Length / 8)));
            await File.WriteAllBytesAsync(file, bytes, CuttingRoom.Stop);
        }

        var cut = await _room.Cutter.CutAsync(_room.Order(normal, new CutScene { Scene = 2, Frames = 60, Clip = clip }), CuttingRoom.Stop);
        Assert.Equal(2, cut.Warnings.Count);
        var film = new FilmFacts(_room.Media, cut.Film!);
        Assert.Equal(120, (await film.TimesAsync()).Count);
        Assert.Equal("", await film.ComplaintsAsync());
    }

    [Theory]
    [InlineData("empty.mp4", "")]
    [InlineData("text.mp4", "Đây không phải là video.")]
    public async Task What_is_no_video_is_refused(string name, string content)
    {
        var clip = Path.Combine(_room.Project, "takes", name);
        await File.WriteAllTextAsync(clip, content, CuttingRoom.Stop);
        Assert.IsType<ClipVerdict.Broken>(await new ClipCheck(_room.Media.Programs).CheckAsync(clip, CuttingRoom.Stop));
        await Assert.ThrowsAsync<MistakeException>(() => _room.Cutter.CutAsync(_room.Order(new CutScene { Scene = 1, Frames = 60, Clip = clip }), CuttingRoom.Stop));
    }

    [Fact]
    public async Task Captions_are_burned_inside_the_zone_of_the_platform()
    {
        var clip = await _room.ProviderClipAsync("grey.mp4", "-f", "lavfi", "-i", "color=c=gray:s=360x640:r=30:d=2", "-c:v", "libx264", "-preset", "ultrafast");
        var scene = new CutScene { Scene = 1, Frames = 60, Clip = clip, Captions = [new CaptionCue(0.5, 1.5, "Minh", "Em còn nhớ buổi chiều ấy không?")] };
        var order = _room.Order(scene) with { Platform = "tiktok" };
        var cut = await _room.Cutter.CutAsync(order, CuttingRoom.Stop);
        var with = await FrameAsync(cut.Film!, 30);
        var without = await FrameAsync(cut.Film!, 5);
        var changed = Enumerable.Range(0, with.Length).Where(at => Math.Abs(with[at] - without[at]) > 12).Select(at => (X: at % 360, Y: at / 360)).ToList();
        Assert.NotEmpty(changed);
        Assert.All(changed, pixel => Assert.True(pixel.X >= 360 * 0.05 && pixel.X < 360 * 0.85 && pixel.Y < 640 * 0.8, pixel.ToString()));

        // Another line is another picture; nothing else is made again.
        var other = await _room.Cutter.CutAsync(order with { Captions = Captions.None }, CuttingRoom.Stop);
        Assert.True((await FrameAsync(other.Film!, 30)).Zip(without).All(pair => Math.Abs(pair.First - pair.Second) < 12));
    }

    public void Dispose() => _room.Dispose();

    private async Task<byte[]> FrameAsync(string film, int frame)
    {
        await _room.Media.FfmpegAsync("-v", "error", "-i", film, "-vf", $"select='eq(n,{frame})',format=gray", "-frames:v", "1", "-f", "rawvideo", _room.Media["frame.raw"]);
        return await File.ReadAllBytesAsync(_room.Media["frame.raw"], CuttingRoom.Stop);
    }
}
