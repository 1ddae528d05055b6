using Rushes.Engine.Shooting;
using Rushes.Integration.Cutting;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Integration.Shooting;

public sealed class LanczosEnlargerTests : IDisposable
{
    private readonly Media _media = new();

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData("360x640", "1080x1920")]
    [InlineData("426x240", "1918x1080")]
    public async Task A_clip_gets_the_size_that_was_asked_for_and_keeps_its_frames_and_sound(string from, string to)
    {
        await FilmAsync(from);
        var before = await FactsAsync("clip.mp4");
        var made = await EnlargeAsync(1080);

        Assert.Equal(new FileInfo(_media["large.mp4.part"]).Length, Assert.IsType<Enlargement.Done>(made).Bytes);
        Assert.Equal(before.Replace(from.Replace('x', ','), to.Replace('x', ','), StringComparison.Ordinal), await FactsAsync("large.mp4.part"));
        Assert.IsType<ClipVerdict.Good>(await new ClipCheck(_media.Programs).CheckAsync(_media["large.mp4.part"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_clip_that_is_large_enough_is_left_alone()
    {
        await FilmAsync("360x640");
        Assert.IsType<Enlargement.NotNeeded>(await EnlargeAsync(360));
        Assert.False(File.Exists(_media["large.mp4.part"]));
    }

    [Fact]
    public async Task What_is_no_video_fails_with_a_reason()
    {
        await File.WriteAllTextAsync(_media["clip.mp4"], "<html>", TestContext.Current.CancellationToken);
        Assert.NotEmpty(Assert.IsType<Enlargement.Failed>(await EnlargeAsync(1080)).Reason);
    }

    private Task<string> FilmAsync(string size) => _media.FfmpegAsync(
        "-f", "lavfi", "-i", $"testsrc2=s={size}:r=24:d=1", "-f", "lavfi", "-i", "sine=440:d=1", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p",
        "-c:a", "aac", _media["clip.mp4"]);

    private Task<Enlargement> EnlargeAsync(int shortSide) =>
        new LanczosEnlarger(_media.Programs).EnlargeAsync(_media["clip.mp4"], _media["large.mp4.part"], shortSide, TestContext.Current.CancellationToken);

    private Task<string> FactsAsync(string file) => _media.FfprobeAsync(
        "-count_frames", "-show_entries", "stream=codec_type,width,height,sample_aspect_ratio,r_frame_rate,nb_read_frames", "-of", "csv=p=0", _media[file]);
}
