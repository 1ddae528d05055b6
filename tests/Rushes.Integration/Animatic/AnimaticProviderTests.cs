using System.Text.Json;
using Rushes.Engine.Shooting;
using Rushes.Film.Accounts;
using Rushes.Integration.Cutting;
using Rushes.Providers.Animatic;
using Rushes.Tests.Cutting;
using FontFolder = Rushes.Engine.Cutting.Captions.FontFolder;

namespace Rushes.Integration.Animatic;

public sealed class AnimaticProviderTests : IDisposable
{
    private static readonly Account Machine = new() { Id = "this-machine", Name = "This machine", Provider = "animatic" };
    private readonly Media _media = new();

    [Fact]
    public async Task A_scene_becomes_a_clip_in_the_films_own_form()
    {
        using var provider = Provider();
        var order = Orders.Scene("Lan đứng trong công viên, trời mưa");
        var operation = Assert.IsType<Submission.Accepted>(await provider.SubmitAsync(order, Machine, "0199-a", Stop)).Operation;
        await UntilFinishedAsync(provider, operation);
        var part = _media["scene-01-take-1.mp4.part"];
        var delivered = Assert.IsType<Delivery.Delivered>(await provider.DownloadAsync(operation, part, Machine, Stop));
        Assert.True(delivered.Normal);
        Assert.Equal(new FileInfo(part).Length, delivered.Bytes);

        var probe = JsonDocument.Parse(await _media.FfprobeAsync("-count_packets", "-show_streams", "-show_entries", "packet=pts,flags", "-of", "json", part)).RootElement;
        var stream = Assert.Single(probe.GetProperty("streams").EnumerateArray());
        Assert.Equal("45", stream.GetProperty("nb_read_packets").GetString());
        Assert.Equal("h264", stream.GetProperty("codec_name").GetString());
        Assert.Equal("High", stream.GetProperty("profile").GetString());
        Assert.Equal("yuv420p", stream.GetProperty("pix_fmt").GetString());
        Assert.Equal("1:1", stream.GetProperty("sample_aspect_ratio").GetString());
        Assert.Equal("1/15360", stream.GetProperty("time_base").GetString());
        Assert.Equal("tv", stream.GetProperty("color_range").GetString());
        Assert.All(new[] { "color_space", "color_transfer", "color_primaries" }, tag => Assert.Equal("bt709", stream.GetProperty(tag).GetString()));

        var packets = probe.GetProperty("packets").EnumerateArray().OrderBy(packet => packet.GetProperty("pts").GetInt64()).ToList();
        Assert.All(packets.Zip(packets.Skip(1)), pair => Assert.Equal(512, pair.Second.GetProperty("pts").GetInt64() - pair.First.GetProperty("pts").GetInt64()));
        var keys = packets.Select((packet, frame) => (Key: packet.GetProperty("flags").GetString()!.StartsWith('K'), frame)).Where(entry => entry.Key).Select(entry => entry.frame);
        Assert.Equal([0, 15, 22, 30], keys);
        await _media.FfmpegAsync("-xerror", "-err_detect", "explode", "-i", part, "-f", "null", "-");
    }

    [Fact]
    public async Task A_submission_can_be_looked_up_and_an_unknown_one_is_absent()
    {
        using var provider = Provider();
        await provider.SubmitAsync(Orders.Scene("Lan", seconds: 0.2), Machine, "0199-b", Stop);
        Assert.Equal(new LookUp.Found("0199-b"), await provider.LookUpAsync("0199-b", Machine, Stop));
        Assert.IsType<LookUp.Absent>(await provider.LookUpAsync("0199-c", Machine, Stop));
        await UntilFinishedAsync(provider, "0199-b");
    }

    [Fact]
    public async Task Another_process_films_what_the_first_one_left()
    {
        using (var first = Provider())
            await first.SubmitAsync(Orders.Scene("Lan", seconds: 0.5), Machine, "0199-d", Stop);
        using var second = Provider();
        await UntilFinishedAsync(second, "0199-d");
        Assert.IsType<Delivery.Delivered>(await second.DownloadAsync("0199-d", _media["a.part"], Machine, Stop));
        Assert.IsType<Delivery.Delivered>(await second.DownloadAsync("0199-d", _media["b.part"], Machine, Stop));
    }

    [Fact]
    public async Task A_cancelled_operation_leaves_nothing()
    {
        using var provider = Provider();
        await provider.SubmitAsync(Orders.Scene("Lan", seconds: 20), Machine, "0199-e", Stop);
        Assert.True(await provider.CancelAsync("0199-e", Machine, Stop));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_media["operations"]));
        Assert.IsType<LookUp.Absent>(await provider.LookUpAsync("0199-e", Machine, Stop));
    }

    [Fact]
    public async Task A_machine_without_ffmpeg_says_so_and_the_operation_stands()
    {
        using var spawner = new Rushes.Providers.Ffmpeg.ProcessSpawner();
        using var provider = Provider(new Rushes.Providers.Ffmpeg.MediaPrograms(spawner, new Rushes.Providers.Ffmpeg.ProgramFinder(_ => null)));
        await provider.SubmitAsync(Orders.Scene("Lan"), Machine, "0199-f", Stop);
        OperationStatus status;
        do
            status = (await provider.PollAsync(["0199-f"], Machine, Stop))["0199-f"];
        while (status is OperationStatus.Generating);
        Assert.Equal("machine.no-ffmpeg", Assert.IsType<OperationStatus.Halted>(status).Mistake.Code);

        using var later = Provider();
        await UntilFinishedAsync(later, "0199-f");
    }

    public void Dispose() => _media.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private AnimaticProvider Provider(Rushes.Providers.Ffmpeg.MediaPrograms? programs = null) => new(
        new AnimaticSettings { Operations = _media["operations"], Layers = _media["layers"], Fonts = FontFolder.BesideProgram.Path },
        programs ?? _media.Programs,
        new RepositoryData(),
        TimeProvider.System);

    private static async Task UntilFinishedAsync(AnimaticProvider provider, string operation)
    {
        while (true)
        {
            var status = (await provider.PollAsync([operation], Machine, Stop))[operation];
            if (status is OperationStatus.Finished)
                return;
            Assert.True(status is OperationStatus.Generating, status.ToString());
            await Task.Delay(50, Stop);
        }
    }
}
