using Rushes.Engine.Shooting;
using Rushes.Film.Accounts;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Integration.Cutting;
using Rushes.Providers.Animatic;
using Rushes.Tests.Cutting;
using FontFolder = Rushes.Engine.Cutting.Captions.FontFolder;

namespace Rushes.Integration.Animatic.Photos;

public sealed class PhotoClipTests : IDisposable
{
    private static readonly Account Machine = new() { Id = "this-machine", Name = "This machine", Provider = "animatic" };
    private readonly Media _media = new();
    private readonly PhotoFiles _files;

    public PhotoClipTests() => _files = new PhotoFiles(_media);

    [Fact]
    public async Task A_wide_picture_stands_in_a_tall_frame_before_a_darker_ground()
    {
        var picture = await _files.QuartersAsync("wide.png", 640, 360);
        var clip = await FilmAsync(new Picture(picture, Move: "push-in"));
        var (luma, _) = await FrameAsync(clip, 0.5);

        // White in the lower right quarter of the picture; the same white, darkened, in that of the ground.
        Assert.InRange(luma[350 * 360 + 300], 225, 235);
        Assert.InRange(luma[600 * 360 + 300], 100, 190);
    }

    [Fact]
    public async Task A_cut_out_thing_stands_on_light_paper()
    {
        await _media.FfmpegAsync("-f", "lavfi", "-i", "color=navy:s=200x200", "-frames:v", "1", "-vf", "format=rgba,pad=400:400:100:100:black@0", _media["thing.png"]);
        var clip = await FilmAsync(new Picture(_media["thing.png"], Move: "drift"));
        var (luma, _) = await FrameAsync(clip, 0.5);
        Assert.InRange(luma[320 * 360 + 180], 16, 60);
        Assert.InRange(luma[60 * 360 + 180], 180, 235);
    }

    [Fact]
    public async Task Two_moves_of_one_picture_give_two_different_clips()
    {
        var picture = await _files.QuartersAsync("tall.png", 400, 640);
        var one = await FrameAsync(await FilmAsync(new Picture(picture, Move: "pan-left")), 0.9);
        var other = await FrameAsync(await FilmAsync(new Picture(picture, Move: "pan-right")), 0.9);
        Assert.True(one.Luma.Zip(other.Luma, (left, right) => Math.Abs(left - right)).Count(apart => apart > 40) > 2000);
    }

    [Fact]
    public async Task A_picture_that_is_gone_is_said_in_one_sentence()
    {
        using var provider = Provider();
        await provider.SubmitAsync(Order(new Picture(_media["gone.jpg"])), Machine, "0199-gone", Stop);
        var refused = Assert.IsType<OperationStatus.Refused>(await EndAsync(provider, "0199-gone"));
        Assert.Equal(RefusalKind.BadRequest, refused.Reason.Kind);
        Assert.Contains("gone.jpg", refused.Reason.Words, StringComparison.Ordinal);
    }

    public void Dispose() => _media.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ShotOrder Order(Picture picture) => Orders.Scene("Ảnh", seconds: 1) with { Workflow = Workflow.Image2Video, Picture = picture, Cast = [] };

    private AnimaticProvider Provider() => new(
        new AnimaticSettings { Operations = _media["operations"], Layers = _media["layers"], Fonts = FontFolder.BesideProgram.Path },
        _media.Programs,
        new RepositoryData(),
        TimeProvider.System);

    private async Task<string> FilmAsync(Picture picture)
    {
        using var provider = Provider();
        var operation = $"0199-{Path.GetFileNameWithoutExtension(picture.Path)}-{picture.Move}";
        await provider.SubmitAsync(Order(picture), Machine, operation, Stop);
        Assert.IsType<OperationStatus.Finished>(await EndAsync(provider, operation));
        await provider.DownloadAsync(operation, _media[operation + ".mp4"], Machine, Stop);
        return _media[operation + ".mp4"];
    }

    private static async Task<OperationStatus> EndAsync(AnimaticProvider provider, string operation)
    {
        OperationStatus status;
        while ((status = (await provider.PollAsync([operation], Machine, Stop))[operation]) is OperationStatus.Generating)
            await Task.Delay(40, Stop);
        return status;
    }

    private async Task<(byte[] Luma, byte[] All)> FrameAsync(string clip, double second)
    {
        var raw = clip + ".yuv";
        await _media.FfmpegAsync("-ss", second.ToString(System.Globalization.CultureInfo.InvariantCulture), "-i", clip, "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "yuv420p", raw);
        var all = await File.ReadAllBytesAsync(raw, Stop);
        Assert.Equal(new FrameSize(360, 640), new FrameSize(360, all.Length * 2 / 3 / 360));
        return (all[..(360 * 640)], all);
    }
}
